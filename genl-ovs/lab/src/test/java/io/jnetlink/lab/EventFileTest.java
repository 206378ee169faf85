package io.jnetlink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.TestAbortedException;

class EventFileTest {

    private static final TestIdentifier TEST =
            TestIdentifier.from(new EngineDescriptor(UniqueId.forEngine("some-engine"), "some engine"));

    @TempDir
    private Path directory;

    private Path path;

    @BeforeEach
    void nameTheFile() {
        path = directory.resolve("events");
    }

    @Test
    void whatIsWrittenIsReadOnceAndInOrder() throws IOException {
        try (EventFile writer = EventFile.create(path);
                EventFile reader = EventFile.open(path)) {
            writer.write(TestEvent.registered(TEST));
            writer.write(TestEvent.started(TEST));
            assertThat(reader.readNew())
                    .extracting(TestEvent::kind)
                    .containsExactly(TestEvent.Kind.REGISTERED, TestEvent.Kind.STARTED);
            assertThat(reader.readNew()).isEmpty();

            writer.write(TestEvent.skipped(TEST, "why not"));
            TestEvent skipped = reader.readNew().get(0);
            assertThat(skipped.reason()).isEqualTo("why not");
            assertThat(skipped.test().getDisplayName()).isEqualTo("some engine");
        }
    }

    @Test
    void anEventThatIsNotCompleteYetIsLeft() throws IOException {
        try (EventFile writer = EventFile.create(path)) {
            writer.write(TestEvent.started(TEST));
        }
        byte[] whole = Files.readAllBytes(path);
        Path growing = directory.resolve("growing");
        Files.createFile(growing);
        try (EventFile reader = EventFile.open(growing)) {
            for (int position = 0; position < whole.length - 1; position++) {
                Files.write(growing, new byte[] {whole[position]}, StandardOpenOption.APPEND);
                assertThat(reader.readNew()).isEmpty();
            }
            Files.write(growing, new byte[] {whole[whole.length - 1]}, StandardOpenOption.APPEND);
            assertThat(reader.readNew()).hasSize(1);
        }
    }

    @Test
    void failuresPrintLikeTheOriginal() throws IOException {
        Exception cause = new IllegalStateException("inner");
        AssertionError original = new AssertionError("outer", cause);
        original.addSuppressed(new IOException("also"));

        Throwable copy =
                handedOver(TestExecutionResult.failed(original)).getThrowable().orElseThrow();

        assertThat(copy).isInstanceOf(AssertionError.class).hasMessage("outer").hasToString(original.toString());
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(copy.getCause()).hasMessage("inner").hasToString("java.lang.IllegalStateException: inner");
        assertThat(copy.getSuppressed()[0]).hasToString("java.io.IOException: also");
    }

    @Test
    void throwablesThatCannotBeSerializedAreHandedOverToo() throws IOException {
        TestExecutionResult result = handedOver(TestExecutionResult.failed(new Unserializable()));

        assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
        assertThat(result.getThrowable().orElseThrow()).hasMessage("holds a thread");
    }

    @Test
    void anAbortedTestStaysOne() throws IOException {
        TestExecutionResult result = handedOver(TestExecutionResult.aborted(new TestAbortedException("no device")));

        assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
        assertThat(result.getThrowable().orElseThrow())
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("no device");
    }

    private TestExecutionResult handedOver(TestExecutionResult result) throws IOException {
        try (EventFile writer = EventFile.create(path);
                EventFile reader = EventFile.open(path)) {
            writer.write(TestEvent.finished(TEST, result));
            List<TestEvent> events = reader.readNew();
            assertThat(events).hasSize(1);
            return events.get(0).result();
        }
    }

    @SuppressWarnings("serial") // on purpose
    private static final class Unserializable extends RuntimeException {

        private final Thread thread = Thread.currentThread();

        Unserializable() {
            super("holds a thread");
        }

        @Override
        public String toString() {
            return "Unserializable of " + thread.getName();
        }
    }
}
