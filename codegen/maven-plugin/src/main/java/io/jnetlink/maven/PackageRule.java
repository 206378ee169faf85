package io.jnetlink.maven;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which package the types of a spec file go to.
 *
 * <p>Immutable.
 *
 * @param packages package by file name without {@code .yaml}
 * @param prefix package under which files without an entry get one of their own; empty for none
 */
record PackageRule(Map<String, String> packages, String prefix) {

    PackageRule {
        packages = new TreeMap<>(packages);
    }

    /**
     * The package of a file.
     *
     * @param stem its name without {@code .yaml}
     * @throws IllegalArgumentException if there is neither an entry nor a prefix
     */
    String packageOf(String stem) {
        String mapped = packages.get(stem);
        if (mapped != null) {
            return mapped;
        }
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException(
                    "no package for " + stem + ".yaml: name it in <packages> or set <packagePrefix>");
        }
        return prefix + "." + stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }
}
