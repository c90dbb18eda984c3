// Freed memory of tensors, kept for the next tensor of its size.
#pragma once
#include <cstddef>
#include <cstdint>

namespace kiln {

// Blocks come in sizes of four to a doubling (every 64 bytes up to 1 KiB), so that at most a fifth of one is unused.
constexpr size_t kSmallestBlock = 64;
constexpr size_t kLargestFineBlock = 1024;
constexpr size_t kLargestKeptBlock = size_t{256} << 20;
constexpr uint32_t kBlockSizes = 16 + 18 * 4;

// The number of the smallest block size that holds so many bytes, 1 to kLargestKeptBlock.
constexpr uint32_t block_size_number(size_t bytes) {
  if (bytes <= kLargestFineBlock)
    return static_cast<uint32_t>((bytes + kSmallestBlock - 1) / kSmallestBlock - 1);
  auto doubling = static_cast<uint32_t>(63 - __builtin_clzll(bytes - 1)); // bytes lie in (2^doubling, 2^(doubling+1)]
  auto quarter = static_cast<uint32_t>((bytes - 1 - (size_t{1} << doubling)) >> (doubling - 2));
  return 16 + (doubling - 10) * 4 + quarter;
}

constexpr size_t block_size(uint32_t number) {
  if (number < 16)
    return (number + 1) * kSmallestBlock;
  uint32_t doubling = (number - 16) / 4 + 10, quarter = (number - 16) % 4;
  return (size_t{1} << doubling) + ((quarter + size_t{1}) << (doubling - 2));
}

// Makes libtorch take the memory of tensors from here.
void install_block_cache();

} // namespace kiln
