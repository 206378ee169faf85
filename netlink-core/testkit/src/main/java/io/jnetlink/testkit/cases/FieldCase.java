package io.jnetlink.testkit.cases;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One case.
 *
 * <p>Immutable, as far as nobody changes the JSON.
 *
 * @param id its name
 * @param kind what runner it needs
 * @param json all of it
 */
public record FieldCase(String id, String kind, JsonNode json) {

    /**
     * What must come out.
     *
     * @return the member {@code expected}
     */
    public JsonNode expected() {
        return json.path("expected");
    }

    /** Id and title, for the report of a test. */
    @Override
    public String toString() {
        return id + " " + json.path("title").asText();
    }
}
