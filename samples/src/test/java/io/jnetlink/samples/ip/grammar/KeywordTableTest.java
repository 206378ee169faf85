package io.jnetlink.samples.ip.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordTableTest {

    private final KeywordTable<Integer> table = KeywordTable.<Integer>builder()
            .add("local", 1)
            .add("label", 2)
            .addExact("localbypass", 3)
            .build();

    @Test
    void theFirstKeywordOwnsTheAbbreviation() {
        assertThat(table.find("l")).contains(1);
        assertThat(table.find("la")).contains(2);
        assertThat(table.find("local")).contains(1);
    }

    @Test
    void someKeywordsMustBeWrittenOut() {
        assertThat(table.find("localbypass")).contains(3);
        assertThat(table.find("localby")).isEmpty();
    }

    @Test
    void nothingIsTheBeginningOfNothing() {
        assertThat(table.find("")).isEmpty();
        assertThat(table.find("locally")).isEmpty();
    }

    @Test
    void argumentsEndWithAComplaint() {
        Arguments words = new Arguments(List.of("one"));

        assertThat(words.peek()).isEqualTo("one");
        assertThat(words.next()).isEqualTo("one");
        assertThat(words.hasNext()).isFalse();
        assertThatThrownBy(words::next)
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.status()).isEqualTo(255))
                .hasMessage("Command line is not complete. Try option \"help\"");
    }

    @Test
    void onAndOffMayBeCutShort() {
        assertThat(OnOff.parse("x", "on", OnOff.FAILED)).isTrue();
        assertThat(OnOff.parse("x", "of", OnOff.FAILED)).isFalse();
        assertThat(OnOff.parse("x", "o", OnOff.FAILED)).isFalse();
        assertThatThrownBy(() -> OnOff.parse("guard", "maybe", OnOff.INVALID_ARGUMENT))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.status()).isEqualTo(22))
                .hasMessage("Error: argument of \"guard\" must be one of \"off\", \"on\", not \"maybe\"");
    }

    @Test
    void namesOfInterfacesAreShortAndWithoutBlanks() {
        assertThat(InterfaceName.isValid("fifteen-chars-x")).isTrue();
        assertThat(InterfaceName.isValid("this-is-16-chars")).isFalse();
        assertThat(InterfaceName.isValid("ä-is-two-bytes-")).isFalse();
        assertThat(InterfaceName.isValidAlternative("this-is-16-chars")).isTrue();
        assertThat(InterfaceName.isValidAlternative("a/b")).isFalse();
        assertThat(InterfaceName.isValidAlternative("a b")).isFalse();
        assertThat(InterfaceName.isValidAlternative("")).isFalse();
    }
}
