/** What the Linux kernel shows in small files below /proc and /sys; nothing on other systems. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.machine.linux;
