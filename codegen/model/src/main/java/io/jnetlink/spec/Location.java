package io.jnetlink.spec;

/**
 * A place in a spec file.
 *
 * <p>Immutable.
 *
 * @param file name of the file as given to the loader
 * @param line line, counted from 1
 * @param column column in code points, counted from 1
 */
public record Location(String file, int line, int column) {

    /** Returns {@code file:line:column}, the form that editors and terminals turn into links. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
