package io.jnetlink.generator.naming;

import com.palantir.javapoet.ClassName;

/** The types that generated code builds on; by name, since the generator itself does not need them. */
public final class CoreTypes {

    private static final String WIRE = "io.jnetlink.wire";
    private static final String SCHEMA = "io.jnetlink.schema";
    private static final String MESSAGE = "io.jnetlink.message";
    private static final String CLIENT = "io.jnetlink.client";

    /** {@code NetlinkBuffer}. */
    public static final ClassName NETLINK_BUFFER = ClassName.get(WIRE, "NetlinkBuffer");
    /** {@code MessageWriter}. */
    public static final ClassName MESSAGE_WRITER = ClassName.get(WIRE, "MessageWriter");
    /** {@code MessageFlags}. */
    public static final ClassName MESSAGE_FLAGS = ClassName.get(WIRE, "MessageFlags");
    /** {@code RawAttribute}. */
    public static final ClassName RAW_ATTRIBUTE = ClassName.get(WIRE, "RawAttribute");
    /** {@code HardwareAddress}. */
    public static final ClassName HARDWARE_ADDRESS = ClassName.get(WIRE, "HardwareAddress");
    /** {@code IpAddress}. */
    public static final ClassName IP_ADDRESS = ClassName.get(WIRE, "IpAddress");

    /** {@code FamilySchema}. */
    public static final ClassName FAMILY_SCHEMA = ClassName.get(SCHEMA, "FamilySchema");
    /** {@code AttributeSet}. */
    public static final ClassName ATTRIBUTE_SET = ClassName.get(SCHEMA, "AttributeSet");
    /** {@code AttributeSchema}. */
    public static final ClassName ATTRIBUTE_SCHEMA = ClassName.get(SCHEMA, "AttributeSchema");
    /** {@code AttributeKind}. */
    public static final ClassName ATTRIBUTE_KIND = ClassName.get(SCHEMA, "AttributeKind");
    /** {@code DisplayHint}. */
    public static final ClassName DISPLAY_HINT = ClassName.get(SCHEMA, "DisplayHint");
    /** {@code EnumSchema}. */
    public static final ClassName ENUM_SCHEMA = ClassName.get(SCHEMA, "EnumSchema");
    /** {@code FieldOrder}. */
    public static final ClassName FIELD_ORDER = ClassName.get(SCHEMA, "FieldOrder");
    /** {@code MessageSchema}. */
    public static final ClassName MESSAGE_SCHEMA = ClassName.get(SCHEMA, "MessageSchema");
    /** {@code OperationSchema}. */
    public static final ClassName OPERATION_SCHEMA = ClassName.get(SCHEMA, "OperationSchema");
    /** {@code StructSchema}. */
    public static final ClassName STRUCT_SCHEMA = ClassName.get(SCHEMA, "StructSchema");
    /** {@code SubMessageSchema}. */
    public static final ClassName SUB_MESSAGE_SCHEMA = ClassName.get(SCHEMA, "SubMessageSchema");

    /** {@code AttributeBuilder}. */
    public static final ClassName ATTRIBUTE_BUILDER = ClassName.get(MESSAGE, "AttributeBuilder");
    /** {@code AttributeReader}. */
    public static final ClassName ATTRIBUTE_READER = ClassName.get(MESSAGE, "AttributeReader");
    /** {@code Bitfield32}. */
    public static final ClassName BITFIELD32 = ClassName.get(MESSAGE, "Bitfield32");
    /** {@code FieldCheck}. */
    public static final ClassName FIELD_CHECK = ClassName.get(MESSAGE, "FieldCheck");
    /** {@code Leveled}. */
    public static final ClassName LEVELED = ClassName.get(MESSAGE, "Leveled");
    /** {@code MessageBody}. */
    public static final ClassName MESSAGE_BODY = ClassName.get(MESSAGE, "MessageBody");
    /** {@code MessageDissector}. */
    public static final ClassName MESSAGE_DISSECTOR = ClassName.get(MESSAGE, "MessageDissector");
    /** {@code MessageValidator}. */
    public static final ClassName MESSAGE_VALIDATOR = ClassName.get(MESSAGE, "MessageValidator");
    /** {@code MessageView}. */
    public static final ClassName MESSAGE_VIEW = ClassName.get(MESSAGE, "MessageView");
    /** {@code Operation}. */
    public static final ClassName OPERATION = ClassName.get(MESSAGE, "Operation");
    /** {@code StructValue}. */
    public static final ClassName STRUCT_VALUE = ClassName.get(MESSAGE, "StructValue");
    /** {@code StructView}. */
    public static final ClassName STRUCT_VIEW = ClassName.get(MESSAGE, "StructView");

    /** {@code NetlinkClient}. */
    public static final ClassName NETLINK_CLIENT = ClassName.get(CLIENT, "NetlinkClient");
    /** {@code Request}. */
    public static final ClassName REQUEST = ClassName.get(CLIENT, "Request");
    /** {@code Dump}. */
    public static final ClassName DUMP = ClassName.get(CLIENT, "Dump");
    /** {@code Subscription}. */
    public static final ClassName SUBSCRIPTION = ClassName.get(CLIENT, "Subscription");

    private CoreTypes() {}
}
