package io.watchfloor.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of incident types, from {@code incident-types.json} beside this class. */
public final class IncidentTypes {
    /** What fits no other type. */
    public static final String OTHER = "other";

    private static final Map<String, IncidentType> BY_CODE = read();
    private static final IncidentType OTHER_TYPE = BY_CODE.get(OTHER);

    private IncidentTypes() {}

    /** All of them, in the catalogue's order. */
    public static List<IncidentType> listAll() {
        return List.copyOf(BY_CODE.values());
    }

    /** The type with this code. */
    public static Optional<IncidentType> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The type with this code, or {@link #OTHER} when the code is unknown or null. */
    public static IncidentType getOrOther(String code) {
        return BY_CODE.getOrDefault(code, OTHER_TYPE);
    }

    private static Map<String, IncidentType> read() {
        try (InputStream in = IncidentTypes.class.getResourceAsStream("incident-types.json")) {
            Map<String, IncidentType> types = new LinkedHashMap<>();
            for (IncidentType type : Json.mapper().readValue(in, new TypeReference<List<IncidentType>>() {})) {
                types.put(type.code(), type);
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException("incident-types.json is part of this jar", e);
        }
    }
}
