package io.jnetlink.dynamic.bind;

/**
 * A variable of a method that is being written.
 *
 * <p>Immutable.
 *
 * @param slot its place
 * @param type its type
 */
record Local(int slot, Class<?> type) {}
