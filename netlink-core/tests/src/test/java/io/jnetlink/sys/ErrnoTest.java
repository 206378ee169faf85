package io.jnetlink.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrnoTest {

    @Test
    void hasNumberNameAndText() {
        Errno errno = Errno.of(19);

        assertThat(errno.number()).isEqualTo(Errno.ENODEV);
        assertThat(errno.name()).isEqualTo("ENODEV");
        assertThat(errno.text()).isEqualTo("No such device");
        assertThat(errno).hasToString("ENODEV (No such device)");
        assertThat(errno.is(Errno.ENODEV)).isTrue();
    }

    @Test
    void takesTheNegativeNumbersThatMessagesCarry() {
        assertThat(Errno.of(-95)).isEqualTo(Errno.of(95)).hasToString("EOPNOTSUPP (Operation not supported)");
    }

    static Stream<Field> constants() {
        return Arrays.stream(Errno.class.getFields()).filter(field -> Modifier.isStatic(field.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantIsTheNumberOfItsName(Field constant) throws Exception {
        Errno errno = Errno.of(constant.getInt(null));

        assertThat(errno.name()).isEqualTo(constant.getName());
        assertThat(Errno.named(constant.getName())).contains(errno);
    }

    @ParameterizedTest
    @MethodSource("linux")
    void agreesWithTheTablesOfJnr(jnr.constants.platform.linux.Errno theirs) {
        assertThat(Errno.named(theirs.name()).map(Errno::number)).contains(theirs.intValue());
        assertThat(Errno.of(theirs.intValue()).text()).isEqualTo(theirs.toString());
    }

    static Stream<jnr.constants.platform.linux.Errno> linux() {
        return Stream.of(jnr.constants.platform.linux.Errno.values());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 41, 58, 134, 4095, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anyNumberIsAnError(int number) {
        Errno errno = Errno.of(number);

        assertThat(errno).isEqualTo(Errno.of(number)).hasSameHashCodeAs(Errno.of(number));
        assertThat(errno.name()).isEqualTo(Integer.toString(errno.number()));
        assertThat(errno.text()).isNotEmpty();
    }

    @Test
    void numbersWithoutANameGetTheirTextFromLibc() {
        assertThat(Errno.of(4000)).hasToString("4000 (Unknown error 4000)");
        assertThat(Errno.of(Errno.ENOTSUPP)).hasToString("ENOTSUPP (Unknown error 524)");
    }

    @Test
    void unknownNamesAreNone() {
        assertThat(Errno.named("EUNHEARDOF")).isEmpty();
        assertThat(Errno.named("-")).isEmpty();
        assertThat(Errno.named("EWOULDBLOCK")).contains(Errno.of(Errno.EAGAIN));
    }
}
