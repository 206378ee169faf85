/**
 * YAML text as a tree that knows its places: the only package that touches the YAML library. The tree follows the core
 * schema of YAML 1.2, so {@code on}, {@code off}, {@code yes} and {@code no} are ordinary words.
 */
@NullMarked
package io.jnetlink.spec.yaml;

import org.jspecify.annotations.NullMarked;
