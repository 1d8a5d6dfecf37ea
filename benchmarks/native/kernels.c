/*
 * The kernels of CoreYield in C, each as fast as it can be made without leaving out work: what the
 * Java kernels are held against. One symbol per kernel, all with the same arguments.
 *
 * Built by compare.sh. An empty asm statement that names a sum keeps the compiler from adding
 * elements together first, or from adding them in vectors.
 */
#include <omp.h>
#include <stdint.h>
#include <time.h>

#define KEEP(sum) __asm__ volatile("" : "+r"(sum))
#define KEEP_DOUBLE(sum) __asm__ volatile("" : "+w"(sum))
#if defined(__x86_64__)
#undef KEEP_DOUBLE
#define KEEP_DOUBLE(sum) __asm__ volatile("" : "+x"(sum))
#endif

#define ADD(k, x) s##k += (x); KEEP(s##k);
#define EIGHT(x0, x1, x2, x3, x4, x5, x6, x7) \
  ADD(0, x0) ADD(1, x1) ADD(2, x2) ADD(3, x3) ADD(4, x4) ADD(5, x5) ADD(6, x6) ADD(7, x7)
#define LOADS(p) EIGHT((p)[0], (p)[1], (p)[2], (p)[3], (p)[4], (p)[5], (p)[6], (p)[7])
#define SUMS int64_t s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0
#define TOTAL (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7)

int64_t range(const int64_t *unused, int64_t length, int64_t from, int64_t to) {
  int64_t sum = 0;
  for (int64_t i = from; i < to; i++) {
    sum += i;
    KEEP(sum);
  }
  return sum;
}

/* In blocks, as in Java: a double holds whole numbers up to 2^53. */
int64_t range_double(const int64_t *unused, int64_t length, int64_t from, int64_t to) {
  const int64_t block = 1 << 24;
  int64_t sum = 0;
  for (int64_t start = from; start < to; start += block) {
    int32_t count = (int32_t)(to - start < block ? to - start : block);
    double part = 0;
    for (int32_t i = 0; i < count; i++) {
      part += i;
      KEEP_DOUBLE(part);
    }
    sum += start * count + (int64_t)part;
  }
  return sum;
}

/* 12 chains, 192 elements an iteration: each adds i, and what they are more than i comes at the end. */
int64_t range_ilp(const int64_t *unused, int64_t length, int64_t from, int64_t to) {
#define ROW EIGHT(i, i, i, i, i, i, i, i) ADD(8, i) ADD(9, i) ADD(10, i) ADD(11, i)
  SUMS, s8 = 0, s9 = 0, s10 = 0, s11 = 0;
  int64_t iterations = (to - from) / 192, end = from + iterations * 192;
  for (int64_t i = from; i < end; i += 192) {
    ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW
  }
  return TOTAL + s8 + s9 + s10 + s11 + iterations * (191 * 192 / 2) + range(unused, length, end, to);
}

static int64_t stretch(const int64_t *array, int64_t from, int64_t to) {
  SUMS;
  int64_t i = from;
  for (; i + 64 <= to; i += 64) {
    const int64_t *p = array + i;
    LOADS(p) LOADS(p + 8) LOADS(p + 16) LOADS(p + 24)
    LOADS(p + 32) LOADS(p + 40) LOADS(p + 48) LOADS(p + 56)
  }
  for (; i < to; i++) {
    ADD(0, array[i])
  }
  return TOTAL;
}

/* As the compiler likes it: in vectors. What STREAM does, with one array to read and none to write. */
static int64_t streamed(const int64_t *array, int64_t from, int64_t to) {
  int64_t sum = 0;
  for (int64_t i = from; i < to; i++) {
    sum += array[i];
  }
  return sum;
}

/* Elements from and after, in an array that repeats. */
static int64_t cyclic(
    int64_t (*sum_of)(const int64_t *, int64_t, int64_t),
    const int64_t *array, int64_t length, int64_t from, int64_t to) {
  int64_t sum = 0, at = from % length;
  for (int64_t left = to - from; left > 0; at = 0) {
    int64_t count = left < length - at ? left : length - at;
    sum += sum_of(array, at, at + count);
    left -= count;
  }
  return sum;
}

int64_t array_ports(const int64_t *array, int64_t length, int64_t from, int64_t to) {
  return cyclic(stretch, array, length, from, to);
}

int64_t array_stream(const int64_t *array, int64_t length, int64_t from, int64_t to) {
  return cyclic(streamed, array, length, from, to);
}

/* A line of 8 longs names the next in its upper half and holds its element in the lower one. */
int64_t array_chase(const int64_t *lines, int64_t first_line, int64_t from, int64_t to) {
  int64_t sum = 0;
  uint64_t line = (uint64_t)first_line;
  for (int64_t left = to - from; left > 0; left--) {
    uint64_t next_and_element = (uint64_t)lines[line * 8];
    sum += next_and_element & 0xffffffff;
    line = next_and_element >> 32;
  }
  return sum;
}

/* Without a number that the compiler knows: by a constant it would multiply and shift. */
int64_t range_div(const int64_t *unused, int64_t divisor, int64_t from, int64_t to) {
  uint32_t by = (uint32_t)divisor;
  int64_t sum = 0;
  for (int64_t i = from; i < to; i++) {
    sum += (uint32_t)i / by;
  }
  return sum;
}

/* Lines of 8 longs, of which a list names the next; the list is read in order. */
int64_t array_cache(
    const int64_t *lines, const int32_t *order, int64_t length, int64_t from, int64_t to) {
  SUMS;
  int64_t at = from % length;
  for (int64_t left = to - from; left > 0; at = 0) {
    int64_t count = left < length - at ? left : length - at, i = at, end = at + count;
    for (; i + 8 <= end; i += 8) {
      const int32_t *o = order + i;
      EIGHT(lines[o[0]], lines[o[1]], lines[o[2]], lines[o[3]], lines[o[4]], lines[o[5]],
            lines[o[6]], lines[o[7]])
    }
    for (; i < end; i++) {
      ADD(0, lines[order[i]])
    }
    left -= count;
  }
  return TOTAL;
}

/* Each way keeps its own sum in a register, so that the compiler keeps the branch. */
static int64_t branches(const int64_t *array, int64_t from, int64_t to) {
  const int32_t *elements = (const int32_t *)array;
  int64_t above = 0, below = 0;
  for (int64_t i = from; i < to; i++) {
    int32_t element = elements[i];
    if (element >= 0) {
      above += element;
      KEEP(above);
    } else {
      below -= element;
      KEEP(below);
    }
  }
  return above + below;
}

int64_t array_branch(const int64_t *array, int64_t length, int64_t from, int64_t to) {
  return cyclic(branches, array, length, from, to);
}

/* An empty parallel region of so many threads, so many times. */
int64_t region(const int64_t *unused, int64_t threads, int64_t from, int64_t to) {
  for (int64_t i = from; i < to; i++) {
#pragma omp parallel num_threads((int)threads)
    { __asm__ volatile("" ::: "memory"); }
  }
  return to - from;
}
