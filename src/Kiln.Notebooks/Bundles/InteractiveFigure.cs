using System.Security.Cryptography;
using System.Text;
using Kiln.Charts;

namespace Kiln.Notebooks;

/// <summary>The script that turns a chart's picture into an interactive plotly figure where scripts run.</summary>
/// <remarks>
/// plotly.js is fetched once a page and run with neither an AMD loader nor CommonJS in sight (the classic notebook has
/// RequireJS, whose <c>define</c> an ordinary script tag would trip over): first from the kernelspec's own folder, which
/// Jupyter serves, then from the public CDN, checked against its hash. Where neither can be had the picture stays.
/// </remarks>
internal static class InteractiveFigure
{
    private const string Cdn = "https://cdn.jsdelivr.net/npm/plotly.js-basic-dist-min@4.1.1/plotly-basic.min.js";
    private const string CdnHash = "sha384-N2HZsG+IG/3J8CwhGGYz/kmzZ0sprpPWwjhor9ZI4lxuf47i9DXK2/NDGxMaJiEb";

    private const string Script = """
        (function(){
        var boxes=document.querySelectorAll('[data-kiln="@ID@"]:not([data-drawn])'),figure=@FIGURE@;
        if(!boxes.length||!window.fetch)return;
        function run(text){new Function('define','module','exports',text).call(window);return window.Plotly}
        function get(url,hash){return fetch(url,hash?{integrity:hash}:{}).then(function(r){if(!r.ok)throw r.status;return r.text()}).then(run)}
        function base(){
        var b=document.body.getAttribute('data-base-url'),c=document.getElementById('jupyter-config-data');
        if(!b&&c)try{b=JSON.parse(c.textContent).baseUrl}catch(e){}
        return b}
        function load(){
        if(window.Plotly)return Promise.resolve(window.Plotly);
        var b=base(),cdn=function(){return get('@CDN@','@HASH@')};
        return b?get(b.replace(/\/?$/,'/')+'kernelspecs/kiln/plotly.min.js').catch(cdn):cdn()}
        window.kilnPlotly=window.kilnPlotly||load();
        window.kilnPlotly.then(function(plotly){boxes.forEach(function(box){
        box.setAttribute('data-drawn','');
        var div=document.createElement('div');div.style.maxWidth=box.style.maxWidth;
        box.parentNode.insertBefore(div,box);
        plotly.newPlot(div,figure.data,figure.layout,figure.config).then(function(){box.style.display='none'},function(){div.remove()})})
        }).catch(function(){window.kilnPlotly=null})
        })()
        """;

    /// <summary>The picture in a box of its own, with the script behind it.</summary>
    public static string Around(string picture, Chart chart)
    {
        // '<' only occurs inside strings of JSON, where its escape means the same and cannot close the script element.
        var figure = chart.ToPlotlyJson().Replace("<", "\\u003c");
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..12];
        var script = Script.Replace("@ID@", id).Replace("@CDN@", Cdn).Replace("@HASH@", CdnHash).Replace("@FIGURE@", figure);
        return $"<div data-kiln=\"{id}\" style=\"max-width:{chart.PictureSize.Width}px\">{picture}</div><script>{script}</script>";
    }
}
