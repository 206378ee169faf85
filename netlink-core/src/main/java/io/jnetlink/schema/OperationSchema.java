package io.jnetlink.schema;

import org.jspecify.annotations.Nullable;

/**
 * An operation of a family, by its numbers.
 *
 * @param name the spec's name
 * @param request number of the request; -1 for one that only the kernel sends
 * @param reply number of the reply or notification; -1 if there is none
 * @param header name of the struct in front of the attributes, if any
 * @param attributes name of the attribute set
 */
public record OperationSchema(
        String name, int request, int reply, @Nullable String header, String attributes) {}
