package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message apart into names and texts for people to read.
 *
 * <p>Stateless, and never fails: what does not fit the schema is shown in hexadecimal, with the reason.
 */
public final class MessageDissector {

    private MessageDissector() {}

    /** A body: the members of the fixed header, then the attributes. */
    public static MessageField body(MessageSchema schema, NetlinkBuffer buffer, int offset, int length) {
        StructSchema header = schema.header();
        List<MessageField> fields = new ArrayList<>();
        int taken = Math.min(schema.headerLength(), length);
        if (header != null) {
            fields.add(
                    StructDissector.struct(schema.attributes().family(), header, header.name(), buffer, offset, taken));
        }
        fields.addAll(attributes(schema.attributes(), buffer, offset + taken, length - taken)
                .children());
        return MessageField.group("", fields);
    }

    /** A list of attributes. */
    public static MessageField attributes(AttributeSet set, NetlinkBuffer buffer, int offset, int length) {
        return MessageField.group("", list(new Scope(set, buffer, offset, length, null), buffer, offset, length));
    }

    private static List<MessageField> list(Scope scope, NetlinkBuffer buffer, int offset, int length) {
        List<MessageField> fields = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        try {
            while (cursor.next()) {
                AttributeSchema attribute = scope.set().byNumber(cursor.type());
                fields.add(
                        attribute == null
                                ? bytes(
                                        Integer.toString(cursor.type()),
                                        buffer,
                                        cursor.payloadOffset(),
                                        cursor.payloadLength())
                                : named(scope, attribute, buffer, cursor.payloadOffset(), cursor.payloadLength()));
            }
        } catch (MalformedMessageException e) {
            int end = offset + length;
            fields.add(
                    MessageField.leaf("malformed", hex(buffer, e.offset(), end - e.offset()) + " " + e.getMessage()));
        }
        return fields;
    }

    private static MessageField named(Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        String name = attribute.name();
        if (size < attribute.kind().minimumLength()) {
            return MessageField.leaf(name, flagOrHex(attribute, buffer, at, size));
        }
        return switch (attribute.kind()) {
            case NEST -> nest(scope, name, scope.set().nested(attribute), buffer, at, size);
            case INDEXED_ARRAY -> array(scope, attribute, buffer, at, size);
            case SUB_MESSAGE -> subMessage(scope, attribute, buffer, at, size);
            case BINARY -> binary(scope, attribute, buffer, at, size);
            case STRING -> MessageField.leaf(name, quoted(buffer.text(at, size)));
            case FLAG -> MessageField.leaf(name, "true");
            case BITFIELD32 ->
                MessageField.leaf(name, hexNumber(buffer.u32(at)) + "/" + hexNumber(buffer.u32(at + Integer.BYTES)));
            case NEST_TYPE_VALUE, PAD, UNUSED -> bytes(name, buffer, at, size);
            default -> MessageField.leaf(name, number(scope, attribute, attribute.kind(), buffer, at, size));
        };
    }

    /** A flag in a request may be a number in a reply, so the shorter request form is shown for what it is. */
    private static String flagOrHex(AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        return attribute.requestKind() == AttributeKind.FLAG && size == 0 ? "true" : hex(buffer, at, size);
    }

    private static MessageField nest(
            Scope scope, String name, @Nullable AttributeSet inner, NetlinkBuffer buffer, int at, int size) {
        if (inner == null || scope.depth() >= MessageValidator.MAX_DEPTH) {
            return bytes(name, buffer, at, size);
        }
        return MessageField.group(name, list(new Scope(inner, buffer, at, size, scope), buffer, at, size));
    }

    private static MessageField array(Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        List<MessageField> elements = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, at, size);
        try {
            while (cursor.next()) {
                String index = Integer.toString(cursor.type());
                elements.add(element(scope, attribute, index, buffer, cursor.payloadOffset(), cursor.payloadLength()));
            }
        } catch (MalformedMessageException e) {
            return bytes(attribute.name(), buffer, at, size);
        }
        return MessageField.group(attribute.name(), elements);
    }

    private static MessageField element(
            Scope scope, AttributeSchema attribute, String index, NetlinkBuffer buffer, int at, int size) {
        AttributeKind kind = attribute.element();
        if (kind == null || kind == AttributeKind.NEST) {
            return nest(scope, index, scope.set().nested(attribute), buffer, at, size);
        } else if (kind == AttributeKind.STRING) {
            return MessageField.leaf(index, quoted(buffer.text(at, size)));
        } else if (kind.isNumber() && size >= kind.minimumLength()) {
            return MessageField.leaf(index, number(scope, attribute, kind, buffer, at, size));
        }
        return MessageField.leaf(index, StructDissector.hinted(attribute.hint(), buffer, at, size));
    }

    private static MessageField subMessage(
            Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        SubMessageSchema.Format format = scope.format(attribute).orElse(null);
        if (format == null) {
            return bytes(attribute.name(), buffer, at, size);
        }
        List<MessageField> fields = new ArrayList<>();
        int taken = 0;
        if (format.header() != null) {
            StructSchema header = scope.set().family().struct(format.header());
            taken = Math.min(header.size() + 3 & ~3, size);
            fields.add(StructDissector.struct(scope.set().family(), header, header.name(), buffer, at, taken));
        }
        if (format.attributes() != null) {
            AttributeSet inner = scope.set().family().attributeSet(format.attributes());
            fields.addAll(
                    nest(scope, "", inner, buffer, at + taken, size - taken).children());
        }
        return MessageField.group(attribute.name(), fields);
    }

    private static MessageField binary(Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        if (attribute.struct() != null) {
            StructSchema struct = scope.set().family().struct(attribute.struct());
            return attribute.element() == null
                    ? StructDissector.struct(scope.set().family(), struct, attribute.name(), buffer, at, size)
                    : structs(scope, attribute, struct, buffer, at, size);
        }
        AttributeKind element = attribute.element();
        if (element != null && element.isNumber()) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i + element.minimumLength() <= size; i += element.minimumLength()) {
                parts.add(number(scope, attribute, element, buffer, at + i, element.minimumLength()));
            }
            return MessageField.leaf(attribute.name(), "[" + String.join(", ", parts) + "]");
        }
        return MessageField.leaf(attribute.name(), StructDissector.hinted(attribute.hint(), buffer, at, size));
    }

    private static MessageField structs(
            Scope scope, AttributeSchema attribute, StructSchema struct, NetlinkBuffer buffer, int at, int size) {
        List<MessageField> elements = new ArrayList<>();
        int start = 0;
        // A struct without members takes no bytes, and any number of them would fit.
        for (; struct.size() > 0 && start + struct.size() <= size; start += struct.size()) {
            String index = Integer.toString(elements.size());
            elements.add(
                    StructDissector.struct(scope.set().family(), struct, index, buffer, at + start, struct.size()));
        }
        if (start < size) {
            elements.add(bytes("rest", buffer, at + start, size - start));
        }
        return MessageField.group(attribute.name(), elements);
    }

    private static String number(
            Scope scope, AttributeSchema attribute, AttributeKind kind, NetlinkBuffer buffer, int at, int size) {
        long value = Numbers.read(kind, attribute.byteOrder(), buffer, at, size);
        if (attribute.enumName() != null) {
            return scope.set().family().enumeration(attribute.enumName()).print(value);
        }
        return switch (attribute.hint()) {
            case HEX -> hexNumber(value);
            case IPV4, IPV4_OR_V6 -> StructDissector.hinted(attribute.hint(), buffer, at, size);
            default -> Numbers.print(kind, value);
        };
    }

    /** In quotes; characters that would break the line or the quotes are escaped as in Java. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static MessageField bytes(String name, NetlinkBuffer buffer, int at, int size) {
        return MessageField.leaf(name, hex(buffer, at, size));
    }

    private static String hex(NetlinkBuffer buffer, int at, int size) {
        return HexFormat.of().formatHex(buffer.bytes(at, size));
    }

    private static String hexNumber(long value) {
        return "0x" + Long.toHexString(value);
    }
}
