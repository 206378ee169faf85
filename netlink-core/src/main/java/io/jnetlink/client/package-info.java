/**
 * The request engine: sends requests, matches replies by sequence number, and turns refusals into exceptions that name
 * the attribute at fault.
 */
@NullMarked
package io.jnetlink.client;

import org.jspecify.annotations.NullMarked;
