package io.jnetlink.lab;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of {@link TestEvent}s that one kernel writes while another reads: each is its length, four bytes, and a serialized object.
 *
 * <p>Not thread-safe.
 */
final class EventFile implements AutoCloseable {

    private final FileChannel channel;

    private EventFile(FileChannel channel) {
        this.channel = channel;
    }

    static EventFile create(Path path) throws IOException {
        return new EventFile(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    static EventFile open(Path path) throws IOException {
        return new EventFile(FileChannel.open(path, StandardOpenOption.READ));
    }

    void write(TestEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(event);
        }
        ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + bytes.size());
        frame.putInt(bytes.size()).put(bytes.toByteArray()).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
        // Else the other kernel sees it only when this one finds time to write.
        channel.force(false);
    }

    /** The events that are complete by now and have not been read yet. */
    List<TestEvent> readNew() throws IOException {
        List<TestEvent> events = new ArrayList<>();
        while (channel.size() - channel.position() >= Integer.BYTES) {
            int length = read(channel.position(), Integer.BYTES).getInt();
            long start = channel.position() + Integer.BYTES;
            if (channel.size() - start < length) {
                break;
            }
            events.add(parse(read(start, length)));
            channel.position(start + length);
        }
        return events;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file of test events got shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private static TestEvent parse(ByteBuffer bytes) throws IOException {
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes.array()))) {
            return (TestEvent) objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("a test event names a class that is unknown here", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
