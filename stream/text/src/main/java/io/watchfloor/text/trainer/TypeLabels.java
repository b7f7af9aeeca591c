package io.watchfloor.text.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts labelled with incident types: tables with the columns {@code text} and {@code type}, and officers' corrections as the
 * gateway exports them, one JSON object per line with {@code text} and {@code toType}.
 *
 * @param chinese texts with Han characters
 * @param english the others
 */
record TypeLabels(List<Example> chinese, List<Example> english) {
    /** All codes, in the order that the labels of the examples count. */
    static final List<String> TYPES =
            IncidentTypes.listAll().stream().map(IncidentType::code).toList();

    static final TypeLabels NONE = new TypeLabels(List.of(), List.of());

    /**
     * Reads files; a label without text or of a type nobody knows is left out.
     *
     * @throws BadInputException when a file is neither kind
     */
    static TypeLabels read(List<Path> files) throws IOException {
        List<Example> chinese = new ArrayList<>();
        List<Example> english = new ArrayList<>();
        for (Path file : files) {
            for (Example example : file.toString().endsWith("json") ? corrections(file) : table(file)) {
                (isChinese(example.text()) ? chinese : english).add(example);
            }
        }
        CorpusReader reader = new CorpusReader();
        return new TypeLabels(reader.withoutDuplicates(chinese), reader.withoutDuplicates(english));
    }

    private static List<Example> table(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Row row : new OwnLabels(file).rows()) {
            add(row.value("text"), row.value("type"), examples);
        }
        return examples;
    }

    private static List<Example> corrections(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode label = Json.mapper().readTree(line);
                add(label.path("text").asText(), label.path("toType").asText(), examples);
            }
        }
        return examples;
    }

    private static void add(String text, String type, List<Example> examples) {
        int label = TYPES.indexOf(type);
        if (label >= 0 && !text.isBlank()) {
            examples.add(new Example(text, label));
        }
    }

    static boolean isChinese(String text) {
        return text.chars().anyMatch(c -> c >= 0x3400 && c <= 0x9FFF);
    }
}
