/**
 * Runs asynchronous clients on Netty's epoll event loops. The only package that needs Netty: its transport classes for epoll
 * and the native library of the platform.
 */
@NullMarked
package io.jnetlink.client.netty;

import org.jspecify.annotations.NullMarked;
