package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;

/**
 * A value in a YAML document.
 *
 * <p>Immutable.
 */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    /** Returns where the value starts; for an aliased value, where it is written out. */
    Location location();

    /** Returns the number of nodes from this one down, keys included and aliased nodes counted at every use. */
    long weight();

    /** Returns a noun with article for problems, for example {@code a list}. */
    String kind();
}
