package io.jnetlink.dynamic.bind;

import java.util.List;

/** A record and the part of the spec that it stands for; has two static methods of its own in the written class. */
interface RecordShape {

    /** The record. */
    Class<?> type();

    /** Name of the method that writes it. */
    String writer();

    /** Name of the method that reads it. */
    String reader();

    /** Records inside. */
    List<RecordShape> shapes();

    /** Enums inside. */
    List<EnumMapping> enums();
}
