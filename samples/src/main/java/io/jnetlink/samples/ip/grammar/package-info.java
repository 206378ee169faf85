/**
 * The words of a command line as iproute2 reads them: keywords and their abbreviations, numbers, addresses, names from
 * tables, and the complaints about them.
 */
@NullMarked
package io.jnetlink.samples.ip.grammar;

import org.jspecify.annotations.NullMarked;
