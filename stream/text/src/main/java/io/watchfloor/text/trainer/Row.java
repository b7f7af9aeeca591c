package io.watchfloor.text.trainer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One row of a table by column name. */
record Row(Map<String, String> values) {
    String value(String column) {
        return values.getOrDefault(column, "");
    }

    String text(List<String> columns) {
        return columns.stream().map(this::value).collect(Collectors.joining(" "));
    }
}
