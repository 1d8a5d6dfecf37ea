package io.coreyield.benchmarks.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.coreyield.analysis.model.plan.Kernel;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The kernels in C, built from {@code benchmarks/native/kernels.c}. They read the arrays of the
 * Java kernels that they are held against, so both find the same memory.
 */
public final class NativeLibrary {

  private static final FunctionDescriptor SUM =
      FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final FunctionDescriptor SUM_IN_ORDER =
      FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final MemorySegment NO_ARRAY = MemorySegment.ofArray(new long[0]);

  private final SymbolLookup symbols;

  private NativeLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /**
   * Loads it for as long as the JVM lives.
   *
   * @throws IllegalArgumentException naming the script that builds it, if there is no such file
   */
  // The jar's manifest and the flags of forks allow calls into C.
  @SuppressWarnings("restricted")
  public static NativeLibrary open(String file) {
    Path path = Path.of(file).toAbsolutePath();
    if (file.isEmpty() || !Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "library=%s is no file: benchmarks/native/compare.sh builds the kernels in C and runs this benchmark"
              .formatted(file));
    }
    return new NativeLibrary(SymbolLookup.libraryLookup(path, Arena.global()));
  }

  /** The kernel in C, over the array of one in Java. */
  public SummationKernel like(SummationKernel java, Kernel kernel) {
    String name = kernel.id().replace('-', '_');
    return switch (java) {
      case ArrayKernel array ->
          over(MemorySegment.ofArray(array.array()), array.array().length, name);
      case CheckedBranches checked -> like(checked.shuffled(), kernel);
      case BranchKernel branches ->
          over(MemorySegment.ofArray(branches.elements()), branches.elements().length, name);
      case ChaseKernel chase -> {
        Function sum = function(name);
        MemorySegment lines = MemorySegment.ofArray(chase.lines());
        yield (from, to) -> sum.call(lines, chase.lineOf(from), from, to);
      }
      case CacheKernel cache -> {
        MemorySegment order = MemorySegment.ofArray(cache.order());
        Function sum =
            function(name, MethodHandles.insertArguments(handle(name, SUM_IN_ORDER), 1, order));
        MemorySegment lines = MemorySegment.ofArray(cache.lines());
        yield (from, to) -> sum.call(lines, cache.order().length, from, to);
      }
      case RangeDivKernel division -> over(NO_ARRAY, division.divisor(), name);
      default -> over(NO_ARRAY, 0, name);
    };
  }

  private SummationKernel over(MemorySegment array, long length, String name) {
    Function sum = function(name);
    return (from, to) -> sum.call(array, length, from, to);
  }

  /** Runs empty OpenMP regions of that many threads. */
  public void regions(int threads, long count) {
    function("region").call(NO_ARRAY, threads, 0, count);
  }

  private Function function(String name) {
    return function(name, handle(name, SUM));
  }

  @SuppressWarnings("restricted")
  private MethodHandle handle(String name, FunctionDescriptor descriptor) {
    // Arrays stay in the heap: no copy, and no other memory than Java's.
    return Linker.nativeLinker()
        .downcallHandle(symbols.findOrThrow(name), descriptor, Linker.Option.critical(true));
  }

  private static Function function(String name, MethodHandle handle) {
    return (array, length, from, to) -> {
      try {
        return (long) handle.invokeExact(array, length, from, to);
      } catch (Throwable e) {
        throw new LinkageError(name + " cannot be called", e);
      }
    };
  }

  @FunctionalInterface
  private interface Function {
    long call(MemorySegment array, long length, long from, long to);
  }
}
