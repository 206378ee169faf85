/**
 * Help for tests of programs that talk netlink: a kernel in memory that says what the test wants, and fresh network namespaces of the
 * running one.
 */
@NullMarked
package io.jnetlink.testkit;

import org.jspecify.annotations.NullMarked;
