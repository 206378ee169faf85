package io.jnetlink.samples.ip;

import io.jnetlink.samples.ip.grammar.AddressArgument;
import java.util.Optional;

/**
 * What the options in front of the object say.
 *
 * <p>Immutable.
 *
 * @param details how often {@code -details} was given
 * @param statistics how often {@code -statistics} was given
 * @param json whether results are JSON
 * @param pretty whether JSON has line breaks
 * @param oneLine whether a link stands on one line
 * @param brief whether a link is a row of a table
 * @param human whether counters have a unit prefix
 * @param iec whether those prefixes are powers of 1024
 * @param numeric whether numbers stay numbers
 * @param family preferred address family, {@link AddressArgument#UNSPECIFIED} if none
 * @param namespace network namespace to work in
 * @param batch file with commands, {@code -} for standard input
 * @param force whether a batch goes on after a failure
 * @param dialect whose words and texts to use
 * @param explain whether every message is shown on standard error
 */
public record JipOptions(
        int details,
        int statistics,
        boolean json,
        boolean pretty,
        boolean oneLine,
        boolean brief,
        boolean human,
        boolean iec,
        boolean numeric,
        int family,
        Optional<String> namespace,
        Optional<String> batch,
        boolean force,
        IprouteDialect dialect,
        boolean explain) {

    /** Whether details are wanted at all. */
    public boolean showDetails() {
        return details > 0;
    }

    /** Whether statistics are wanted at all. */
    public boolean showStatistics() {
        return statistics > 0;
    }
}
