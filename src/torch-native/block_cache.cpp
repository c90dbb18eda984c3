// A training step frees its tensors and asks for the same sizes again. malloc serves that badly. It puts nodes of the
// history and heads of tensors into the freed blocks, which then no longer fit: after 4,000 steps of a small network
// whose results waited for the garbage collector 683 of 772 MB were free and of no use. And finding an aligned block
// costs it a tenth of the time of an addition of small tensors. Here a block stays in one piece and waits for the next
// tensor of its size.
#include "block_cache.h"
#include "support.h"
#include <atomic>
#include <c10/core/CPUAllocator.h>
#include <cstdlib>
#include <mutex>

namespace kiln {
namespace {

// What lies idle, all sizes together. Beyond it all goes back to the system, and only sizes still in use come again.
constexpr size_t kMostIdle = size_t{512} << 20;

// Blocks up to this size also wait in the thread that freed them, where they are had without a lock.
constexpr uint32_t kThreadSizes = block_size_number(size_t{64} << 10) + 1;
constexpr size_t kMostIdleInThread = size_t{128} << 10; // of one size
constexpr uint32_t kMostBlocksInThread = 64;            // of one size: what a scope of a training step frees together

// Smaller blocks are not worth an atomic addition.
constexpr size_t kSmallestCounted = 4096;

#ifdef __SANITIZE_ADDRESS__
constexpr bool kKeeps = false; // the sanitizer is to see where each tensor ends and when it is freed
#else
constexpr bool kKeeps = true;
#endif

constexpr uint32_t kNotKept = kBlockSizes; // the number of a block of a size of its own

constexpr bool sizes_hold_and_waste_little() {
  for (size_t bytes = 1; bytes <= kLargestKeptBlock; bytes += bytes / 7 + 1) {
    size_t size = block_size(block_size_number(bytes));
    if (size < bytes || size > bytes + bytes / 4 + kSmallestBlock)
      return false;
  }
  return block_size_number(kLargestKeptBlock) == kBlockSizes - 1 && block_size(kBlockSizes - 1) == kLargestKeptBlock;
}
static_assert(sizes_hold_and_waste_little());

// Before the elements; as long as their alignment.
struct alignas(64) Block {
  uint32_t number;
  size_t bytes;
  Block *next; // while idle

  void *elements() { return this + 1; }
  static Block *of(void *elements) { return static_cast<Block *>(elements) - 1; }
};

std::atomic<int64_t> allocated{0};

void count(const Block &block, int64_t sign) {
  if (block.bytes >= kSmallestCounted)
    allocated.fetch_add(sign * static_cast<int64_t>(block.bytes), std::memory_order_relaxed);
}

struct BlockList {
  Block *first;
  uint32_t count;

  Block *take() {
    Block *block = first;
    if (block) {
      first = block->next;
      count--;
    }
    return block;
  }
  void add(Block *block) {
    block->next = first;
    first = block;
    count++;
  }
};

// Idle blocks of all threads.
class SharedBlocks {
public:
  Block *take(uint32_t number) {
    std::lock_guard<std::mutex> lock(mutex_);
    Block *block = lists_[number].take();
    if (block)
      idle_ -= block->bytes;
    return block;
  }

  void add(Block *block) {
    std::lock_guard<std::mutex> lock(mutex_);
    if (idle_ + block->bytes > kMostIdle)
      free_all();
    lists_[block->number].add(block);
    idle_ += block->bytes;
  }

  void clear() {
    std::lock_guard<std::mutex> lock(mutex_);
    free_all();
  }

private:
  void free_all() {
    for (auto &list : lists_)
      while (Block *block = list.take())
        std::free(block);
    idle_ = 0;
  }

  std::mutex mutex_;
  BlockList lists_[kBlockSizes] = {};
  size_t idle_ = 0;
};

// Never destroyed: threads and libtorch's own statics free tensors until the very end of the process.
SharedBlocks &shared() {
  static auto blocks = new SharedBlocks;
  return *blocks;
}

// Idle blocks of one thread.
struct ThreadBlocks {
  BlockList lists[kThreadSizes];

  ~ThreadBlocks();
};

// Stays readable when the thread's other variables are gone.
enum class ThreadState : uint8_t { Running, Ending };
thread_local ThreadState thread_state = ThreadState::Running;
thread_local ThreadBlocks thread_blocks;

ThreadBlocks::~ThreadBlocks() {
  thread_state = ThreadState::Ending;
  for (auto &list : lists)
    while (Block *block = list.take())
      shared().add(block);
}

bool has_thread_list(uint32_t number) { return number < kThreadSizes && thread_state == ThreadState::Running; }

Block *take_idle(uint32_t number) {
  if (has_thread_list(number))
    if (Block *block = thread_blocks.lists[number].take())
      return block;
  return shared().take(number);
}

void keep(Block *block) {
  if (has_thread_list(block->number)) {
    auto &list = thread_blocks.lists[block->number];
    if (list.count < kMostBlocksInThread && list.count * block->bytes < kMostIdleInThread)
      return list.add(block);
  }
  shared().add(block);
}

Block *try_new(size_t bytes, uint32_t number) {
  void *memory = nullptr;
  if (posix_memalign(&memory, alignof(Block), sizeof(Block) + bytes) != 0)
    return nullptr;
  return new (memory) Block{number, bytes, nullptr};
}

Block *make_new(size_t bytes, uint32_t number) {
  Block *block = try_new(bytes, number);
  if (!block) {
    shared().clear();
    block = try_new(bytes, number);
  }
  if (!block)
    C10_THROW_ERROR(OutOfMemoryError, c10::str("can't allocate memory: you tried to allocate ", bytes, " bytes."));
  return block;
}

void give_back(void *elements) {
  if (!elements)
    return;
  Block *block = Block::of(elements);
  count(*block, -1);
  if (block->number == kNotKept)
    std::free(block);
  else
    keep(block);
}

class BlockAllocator final : public c10::Allocator {
public:
  c10::DataPtr allocate(size_t bytes) const override {
    c10::Device cpu(c10::DeviceType::CPU);
    if (bytes == 0)
      return {nullptr, nullptr, &give_back, cpu};
    Block *block;
    if (!kKeeps || bytes > kLargestKeptBlock) {
      TORCH_CHECK(bytes < PTRDIFF_MAX, "a tensor of ", bytes, " bytes is too large");
      block = make_new(bytes, kNotKept);
    } else {
      uint32_t number = block_size_number(bytes);
      block = take_idle(number);
      if (!block)
        block = make_new(block_size(number), number);
    }
    count(*block, 1);
    return {block->elements(), block->elements(), &give_back, cpu};
  }

  c10::DeleterFnPtr raw_deleter() const override { return &give_back; }
};

} // namespace

void install_block_cache() {
  // Above the priority of libtorch's own allocator. It is given away for ever.
  c10::SetCPUAllocator(new BlockAllocator, 1);
}

} // namespace kiln

KILN_API int64_t kiln_allocated_bytes() { return kiln::allocated.load(std::memory_order_relaxed); }
