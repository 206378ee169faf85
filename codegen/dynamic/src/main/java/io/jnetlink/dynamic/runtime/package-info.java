/**
 * What bound classes call: the request engine, and the checks that are not worth repeating in bytecode. Public because
 * bound classes live in the packages of their interfaces; not meant to be called by anybody else.
 */
@NullMarked
package io.jnetlink.dynamic.runtime;

import org.jspecify.annotations.NullMarked;
