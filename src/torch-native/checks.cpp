#include "checks.h"
#include <ATen/core/Tensor.h>
#include <limits>
#include <unordered_map>

namespace kiln {
namespace {

using at::Tensor;

// The arguments of one call by their names in the schema.
class Given {
public:
  Given(const Operator &op, const KilnValue *values, size_t count) : op_(op), values_(values), count_(count) {}

  const KilnValue &value(const char *name) const {
    auto &arguments = op_.handle.schema().arguments();
    for (size_t i = 0; i < arguments.size(); i++)
      if (arguments[i].name() == name)
        return i < count_ && values_[i].tag != KILN_DEFAULT ? values_[i] : op_.arguments[i].default_as_value;
    static const KilnValue none{KILN_NONE, 0, {0}};
    return none;
  }

  // The undefined tensor where there is none.
  Tensor tensor(const char *name) const {
    auto &found = value(name);
    return found.tag == KILN_TENSOR ? peek(found.as.pointer) : Tensor();
  }

  int64_t integer(const char *name, int64_t otherwise) const {
    auto &found = value(name);
    return found.tag == KILN_INT || found.tag == KILN_BOOL ? found.as.integer : otherwise;
  }

  at::IntArrayRef integers(const char *name) const {
    auto &found = value(name);
    return found.tag == KILN_INTS
               ? at::IntArrayRef(static_cast<const int64_t *>(found.as.pointer), static_cast<size_t>(found.count))
               : at::IntArrayRef();
  }

  std::vector<Tensor> tensors(const char *name) const {
    auto &found = value(name);
    return found.tag == KILN_TENSORS ? borrow_all(static_cast<void *const *>(found.as.pointer), found.count)
                                     : std::vector<Tensor>();
  }

  template <class... Words> void require(bool holds, const Words &...words) const {
    TORCH_CHECK_VALUE(holds, op_.handle.schema().name(), "(): ", words...);
  }

private:
  const Operator &op_;
  const KilnValue *values_;
  size_t count_;
};

bool is_plain(const Tensor &tensor) { return tensor.defined() && tensor.layout() == c10::kStrided && tensor.is_cpu(); }

bool has_minimum(const Tensor &tensor) {
  bool wide = tensor.scalar_type() == at::kLong;
  if (!is_plain(tensor) || (!wide && tensor.scalar_type() != at::kInt))
    return false;
  int64_t minimum = wide ? std::numeric_limits<int64_t>::min() : std::numeric_limits<int32_t>::min();
  return tensor.eq(minimum).any().item<bool>();
}

bool has_minus_one(const Tensor &tensor) {
  return is_plain(tensor) && at::isIntegralType(tensor.scalar_type(), false) && tensor.eq(-1).any().item<bool>();
}

// The processor traps when the smallest integer is divided by -1: the quotient is one too large.
void integer_division(const Given &given) {
  auto &divisor = given.value("other");
  bool by_minus_one = divisor.tag == KILN_INT ? divisor.as.integer == -1 : has_minus_one(given.tensor("other"));
  if (!by_minus_one)
    return;
  auto &dividend = given.value("self");
  bool minimum = dividend.tag == KILN_INT ? dividend.as.integer == std::numeric_limits<int64_t>::min() ||
                                                dividend.as.integer == std::numeric_limits<int32_t>::min()
                                          : has_minimum(given.tensor("self"));
  given.require(!minimum, "the smallest integer divided by -1 is larger than the largest one");
}

void division(const Given &given) {
  if (given.value("rounding_mode").tag == KILN_STRING)
    integer_division(given);
}

// The remainders of Euclid's algorithm divide either by the other.
void common_divisor(const Given &given) {
  bool minimum = has_minimum(given.tensor("self")) || has_minimum(given.tensor("other"));
  given.require(!minimum, "the smallest integer has no absolute value");
}

void max_unpool(const Given &given, size_t dimensions) {
  auto self = given.tensor("self"), indices = given.tensor("indices");
  auto size = given.integers("output_size");
  int64_t spatial = static_cast<int64_t>(dimensions);
  given.require(is_plain(self) && is_plain(indices), "self and indices must be dense tensors in main memory");
  given.require(self.dim() == spatial + 1 || self.dim() == spatial + 2, "self must have ", spatial + 1, " or ",
                spatial + 2, " dimensions, got ", self.dim());
  given.require(indices.scalar_type() == at::kLong && indices.sizes() == self.sizes(),
                "indices must be int64 and of self's sizes ", self.sizes(), ", got ", indices.sizes());
  given.require(size.size() == dimensions, "output_size must have ", dimensions, " numbers, got ", size.size());
  int64_t places = 1;
  for (int64_t extent : size)
    given.require(extent > 0 && !__builtin_mul_overflow(places, extent, &places), "output_size ", size,
                  " is not positive or too large");
  given.require(self.numel() > 0, "self has no elements");
  given.require(indices.min().item<int64_t>() >= 0 && indices.max().item<int64_t>() < places,
                "indices must be between 0 and ", places - 1, ", the places of output_size ", size);
}

void max_unpool2d(const Given &given) { max_unpool(given, 2); }

void max_unpool3d(const Given &given) {
  max_unpool(given, 3);
  for (auto name : {"stride", "padding"}) {
    auto numbers = given.integers(name);
    given.require(numbers.size() == 3, name, " must have 3 numbers, got ", numbers.size());
    for (int64_t number : numbers)
      given.require(number >= (name[0] == 's' ? 1 : 0), name, " must not be ", number);
  }
}

void weight_norm(const Given &given) {
  auto v = given.tensor("v"), g = given.tensor("g");
  int64_t dim = given.integer("dim", 0);
  given.require(is_plain(v) && is_plain(g) && v.dim() > 0 && v.numel() > 0, "v must be a dense tensor with elements");
  given.require(v.scalar_type() == g.scalar_type(), "v and g must have the same type of elements");
  given.require(dim >= -1 && dim < v.dim(), "dim must be a dimension of v or -1, got ", dim);
  int64_t wanted = dim == -1 ? 1 : v.size(dim);
  given.require(g.numel() == wanted, "g must have ", wanted, " elements, got ", g.numel());
}

// Offsets are where bags begin in the list of indices; libtorch looks only at the first and the last.
void embedding_bag(const Given &given) {
  auto weight = given.tensor("weight"), indices = given.tensor("indices"), offsets = given.tensor("offsets");
  given.require(is_plain(weight) && is_plain(indices) && is_plain(offsets), "all tensors must be dense and in memory");
  given.require(weight.dim() == 2 && indices.dim() == 1 && offsets.dim() == 1,
                "weight must have 2 dimensions, indices and offsets 1, got ", weight.dim(), ", ", indices.dim(), ", ",
                offsets.dim());
  for (auto &tensor : {indices, offsets})
    given.require(tensor.scalar_type() == at::kLong || tensor.scalar_type() == at::kInt,
                  "indices and offsets must be int64 or int32, got ", tensor.scalar_type());
  int64_t mode = given.integer("mode", 0);
  given.require(mode >= 0 && mode <= 2, "mode must be 0 (sum), 1 (mean) or 2 (max), got ", mode);
  if (indices.numel() > 0)
    given.require(indices.min().item<int64_t>() >= 0 && indices.max().item<int64_t>() < weight.size(0),
                  "indices must be between 0 and ", weight.size(0) - 1);
  int64_t bags = offsets.numel();
  if (bags > 0) {
    bool falls = offsets.narrow(0, 1, bags - 1).lt(offsets.narrow(0, 0, bags - 1)).any().item<bool>();
    given.require(!falls && offsets[0].item<int64_t>() == 0 && offsets[-1].item<int64_t>() <= indices.numel(),
                  "offsets must begin at 0, never fall, and end at most at ", indices.numel());
  }
  given.require(bags > 0 || !given.integer("include_last_offset", 0), "offsets must not be empty");
  if (auto factors = given.tensor("per_sample_weights"); factors.defined())
    given.require(is_plain(factors) && factors.sizes() == indices.sizes() &&
                      factors.scalar_type() == weight.scalar_type(),
                  "per_sample_weights must have the sizes of indices and the type of weight");
}

// With fewer weights or states than layers libtorch reads behind the end of the lists.
void recurrent(const Given &given, int64_t states) {
  int64_t layers = given.integer("num_layers", 0);
  int64_t runs = given.integer("bidirectional", 0) ? 2 : 1;
  auto params = given.tensors("params");
  bool biases = given.integer("has_biases", 0);
  given.require(layers > 0 && layers < (1 << 20), "num_layers must be positive, got ", layers);
  given.require(!params.empty() && static_cast<int64_t>(params.size()) % (layers * runs) == 0,
                "params must have the weights of ", layers * runs, " layers, got ", params.size(), " tensors");
  int64_t each = static_cast<int64_t>(params.size()) / (layers * runs);
  int64_t expected = biases ? 4 : 2;
  // A long short-term memory with projections has one matrix more.
  given.require(each == expected || (states == 2 && each == expected + 1), "params must have ", expected,
                " tensors for each layer, got ", each);
  if (states == 2)
    given.require(given.tensors("hx").size() == 2, "hx must have two states, got ", given.tensors("hx").size());
}

void lstm(const Given &given) { recurrent(given, 2); }
void one_state(const Given &given) { recurrent(given, 1); }

// libtorch cuts the gates out of the products without looking whether there are so many.
template <int64_t gates> void cell(const Given &given) {
  auto input = given.tensor("input"), weights = given.tensor("w_ih"), hidden = given.tensor("w_hh");
  auto states = given.value("hx").tag == KILN_TENSORS ? given.tensors("hx") : std::vector<Tensor>{given.tensor("hx")};
  given.require(states.size() == 1 || states.size() == 2, "hx must have two states, got ", states.size());
  given.require(is_plain(input) && input.dim() == 2 && is_plain(weights) && weights.dim() == 2 && is_plain(hidden) &&
                    hidden.dim() == 2,
                "input and weights must be matrices");
  for (auto &state : states)
    given.require(is_plain(state) && state.dim() == 2, "the states must be matrices");
  int64_t rows = gates * states[0].size(1);
  given.require(weights.size(0) == rows && hidden.size(0) == rows, "w_ih and w_hh must have ", rows,
                " rows for states of ", states[0].size(1), ", got ", weights.size(0), " and ", hidden.size(0));
}

void native_batch_norm(const Given &given) {
  auto input = given.tensor("input");
  given.require(is_plain(input) && input.numel() > 0, "input must be a dense tensor with elements");
}

void average_pool3d_backward(const Given &given) {
  auto self = given.tensor("self"), gradient = given.tensor("grad_output");
  given.require(is_plain(self) && is_plain(gradient) && self.numel() > 0 && gradient.numel() > 0,
                "self and grad_output must be dense tensors with elements");
  given.require((self.dim() == 4 || self.dim() == 5) && gradient.dim() == self.dim() &&
                    gradient.scalar_type() == self.scalar_type() &&
                    gradient.sizes().slice(0, self.dim() - 3) == self.sizes().slice(0, self.dim() - 3),
                "grad_output must have self's type, dimensions and channels, got ", gradient.sizes(), " for ",
                self.sizes());
}

// Channels times groups must not wrap around to zero, which libtorch then divides by.
void transposed_convolution(const Given &given) {
  int64_t groups = given.integer("groups", 1);
  given.require(groups > 0 && groups <= std::numeric_limits<int32_t>::max(), "groups must be positive, got ", groups);
}

void repeat_interleave(const Given &given) {
  auto self = given.tensor("self");
  int64_t repeats = given.integer("repeats", 0), bytes = 0;
  given.require(repeats >= 0 && (!self.defined() || !__builtin_mul_overflow(repeats, self.numel() * 16, &bytes)),
                "repeats must be neither negative nor larger than any memory, got ", repeats);
}

void pixel_shuffle(const Given &given) {
  int64_t factor = given.integer("upscale_factor", given.integer("downscale_factor", 1));
  given.require(factor > 0 && factor < (1 << 20), "the factor must be between 1 and 2^20, got ", factor);
}

using NamedCheck = void (*)(const Given &);

const std::unordered_map<std::string, NamedCheck> &checks() {
  static const std::unordered_map<std::string, NamedCheck> all{
      {"floor_divide", integer_division},
      {"floor_divide_", integer_division},
      {"remainder", integer_division},
      {"remainder_", integer_division},
      {"fmod", integer_division},
      {"fmod_", integer_division},
      {"div", division},
      {"div_", division},
      {"divide", division},
      {"divide_", division},
      {"lcm", common_divisor},
      {"lcm_", common_divisor},
      {"gcd", common_divisor},
      {"gcd_", common_divisor},
      {"max_unpool2d", max_unpool2d},
      {"max_unpool3d", max_unpool3d},
      {"_weight_norm", weight_norm},
      {"embedding_bag", embedding_bag},
      {"lstm", lstm},
      {"gru", one_state},
      {"rnn_tanh", one_state},
      {"rnn_relu", one_state},
      {"lstm_cell", cell<4>},
      {"gru_cell", cell<3>},
      {"rnn_tanh_cell", cell<1>},
      {"rnn_relu_cell", cell<1>},
      {"native_batch_norm", native_batch_norm},
      {"_adaptive_avg_pool3d_backward", average_pool3d_backward},
      {"pixel_shuffle", pixel_shuffle},
      {"pixel_unshuffle", pixel_shuffle},
      {"repeat_interleave", repeat_interleave},
      {"conv_transpose1d", transposed_convolution},
      {"conv_transpose2d", transposed_convolution},
      {"conv_transpose3d", transposed_convolution},
  };
  return all;
}

} // namespace

Check choose_check(const Operator &op) {
  auto &schema = op.handle.schema();
  auto found = checks().find(schema.name().substr(sizeof("aten::") - 1));
  if (found == checks().end())
    return {};
  // Plain quotients are not whole numbers.
  if (found->second == division && !schema.argumentIndexWithName("rounding_mode"))
    return {};
  return [check = found->second](const Operator &called, const KilnValue *values, size_t count) {
    check(Given(called, values, count));
  };
}

} // namespace kiln
