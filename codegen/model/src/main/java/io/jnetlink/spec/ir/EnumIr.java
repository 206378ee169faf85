package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * An enumeration, or a set of flags. Values may have gaps, be negative or need unsigned 32 bits; the list may be empty
 * where a C header declares the entries. Numbers without an entry must survive decoding.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param doc description, empty if there is none
 * @param flags whether entries are bit numbers
 * @param entries the entries in spec order
 * @param scope where the kernel defines it
 * @param header C header that defines it, if not the family's own
 * @param cName name of the C enum without the word {@code enum}, if the spec gives it
 * @param since first kernel version that knows it, if the spec says so
 */
public record EnumIr(
        String name,
        String doc,
        boolean flags,
        List<EntryIr> entries,
        Scope scope,
        Optional<String> header,
        Optional<String> cName,
        Optional<String> since) {

    /** Creates an enum whose age is not known. */
    public EnumIr(
            String name,
            String doc,
            boolean flags,
            List<EntryIr> entries,
            Scope scope,
            Optional<String> header,
            Optional<String> cName) {
        this(name, doc, flags, entries, scope, header, cName, Optional.empty());
    }

    /** Copies the list. */
    public EnumIr {
        entries = List.copyOf(entries);
    }

    /** Returns the entry of that name, if any. */
    public Optional<EntryIr> entry(String entryName) {
        return entries.stream().filter(e -> e.name().equals(entryName)).findFirst();
    }

    /** Returns the first kernel version that knows an entry of this enum: its own, else the enum's. */
    public Optional<String> since(EntryIr entry) {
        return entry.since().or(() -> since);
    }

    /** Returns the number that stands for the entry on the wire: its mask in a flags enum, else its value. */
    public long wireValue(EntryIr entry) {
        return flags ? entry.mask() : entry.value();
    }

    /** Returns all bits that have an entry, reading entries as bit numbers even if this is no flags enum. */
    public long allBits() {
        long bits = 0;
        for (EntryIr entry : entries) {
            bits |= entry.mask();
        }
        return bits;
    }
}
