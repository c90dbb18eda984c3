#include "callbacks.h"
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

namespace kiln {
namespace {

KilnError out_of_memory{KILN_ERROR_OUT_OF_MEMORY, 0, {0}};

KilnError *make_error(KilnErrorKind kind, const char *text, size_t length) noexcept {
  auto error = static_cast<KilnError *>(std::malloc(sizeof(KilnError) + length));
  if (!error)
    return &out_of_memory; // no memory even for the text: a constant that kiln_error_free leaves alone
  error->kind = kind;
  error->length = static_cast<int32_t>(length);
  std::memcpy(error->text, text, length);
  error->text[length] = 0;
  return error;
}

KilnError *make_error(KilnErrorKind kind, const char *text) noexcept {
  return make_error(kind, text, std::strlen(text));
}

} // namespace

KilnError *describe_exception() noexcept {
  try {
    throw;
  } catch (const CallbackFailure &e) {
    void *failure = e.failure();
    return make_error(KILN_ERROR_CALLBACK, reinterpret_cast<const char *>(&failure), sizeof failure);
  } catch (const c10::IndexError &e) {
    return make_error(KILN_ERROR_INDEX, e.what_without_backtrace());
  } catch (const c10::ValueError &e) {
    return make_error(KILN_ERROR_VALUE, e.what_without_backtrace());
  } catch (const c10::TypeError &e) {
    return make_error(KILN_ERROR_TYPE, e.what_without_backtrace());
  } catch (const c10::NotImplementedError &e) {
    return make_error(KILN_ERROR_NOT_IMPLEMENTED, e.what_without_backtrace());
  } catch (const c10::LinAlgError &e) {
    return make_error(KILN_ERROR_LINEAR_ALGEBRA, e.what_without_backtrace());
  } catch (const c10::OutOfMemoryError &e) {
    return make_error(KILN_ERROR_OUT_OF_MEMORY, e.what_without_backtrace());
  } catch (const c10::Error &e) {
    return make_error(KILN_ERROR_OTHER, e.what_without_backtrace());
  } catch (const std::bad_alloc &) {
    return make_error(KILN_ERROR_OUT_OF_MEMORY, "out of memory");
  } catch (const std::exception &e) {
    return make_error(KILN_ERROR_OTHER, e.what());
  } catch (...) {
    return make_error(KILN_ERROR_OTHER, "unknown C++ exception");
  }
}

} // namespace kiln

KILN_API void kiln_error_free(KilnError *error) {
  if (error != &kiln::out_of_memory)
    std::free(error);
}
