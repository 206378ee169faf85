/**
 * The floor of the library: the few system calls it needs, errors by number and name, and network namespaces.
 *
 * <p>{@link io.jnetlink.sys.Syscalls} is the only way down. Nothing above this package knows how libc is reached, so another
 * back end, or a kernel kept in memory for tests, can stand in its place.
 */
@NullMarked
package io.jnetlink.sys;

import org.jspecify.annotations.NullMarked;
