package io.jnetlink.samples.ip.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameTableTest {

    @TempDir
    private Path directory;

    private NameTable table(String content) throws IOException {
        Path file = directory.resolve("table");
        Files.writeString(file, content);
        return NameTable.read(file, "default");
    }

    @Test
    void readsNumbersAndNames() throws IOException {
        NameTable table = table("# a comment\n0x28\tAF11\n 7 seven # lucky\n\nnonsense\n8\n");

        assertThat(table.nameOf(0x28)).isEqualTo("AF11");
        assertThat(table.nameOf(7)).isEqualTo("seven");
        assertThat(table.nameOf(8)).isEqualTo("8");
        assertThat(table.nameOf(0)).isEqualTo("default");
    }

    @Test
    void aMissingFileIsAnEmptyOne() {
        NameTable table = NameTable.read(directory.resolve("nowhere"), "default");

        assertThat(table.nameOf(0)).isEqualTo("default");
        assertThat(table.group("default")).hasValue(0);
    }

    @Test
    void groupsAreNamesOrNumbers() throws IOException {
        NameTable table = table("7 seven\n");

        assertThat(table.group("seven")).hasValue(7);
        assertThat(table.group("0x10")).hasValue(16);
        assertThat(table.group("4294967295")).isEqualTo(OptionalInt.empty());
        assertThat(table.group("x")).isEqualTo(OptionalInt.empty());
    }

    @Test
    void typesOfServiceAreHexadecimal() throws IOException {
        NameTable table = table("0x28 AF11\n");

        assertThat(table.typeOfService("AF11")).hasValue(0x28);
        assertThat(table.typeOfService("10")).hasValue(0x10);
        assertThat(table.typeOfService("255")).isEqualTo(OptionalInt.empty());
        assertThat(table.typeOfService("lowdelay")).isEqualTo(OptionalInt.empty());
    }
}
