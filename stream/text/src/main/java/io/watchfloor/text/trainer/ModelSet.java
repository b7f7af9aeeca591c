package io.watchfloor.text.trainer;

import io.watchfloor.text.model.FeatureSpace;
import io.watchfloor.text.model.LinearModel;
import io.watchfloor.text.model.ModelFile;
import io.watchfloor.text.model.TextModels;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The models that are trained, shipped and used together. */
record ModelSet(
        FeatureSpace chinese,
        FeatureSpace english,
        LinearModel category,
        LinearModel polarity,
        LinearModel domain,
        LinearModel emotion,
        LinearModel disaster,
        Optional<LinearModel> chineseTypes,
        Optional<LinearModel> englishTypes) {

    /** The files of the set, name to bytes. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(TextModels.CHINESE_SPACE, bytes(out -> ModelFile.write(chinese, out)));
        files.put(TextModels.CATEGORY, bytes(out -> ModelFile.write(category, out)));
        files.put(TextModels.POLARITY, bytes(out -> ModelFile.write(polarity, out)));
        files.put(TextModels.DOMAIN, bytes(out -> ModelFile.write(domain, out)));
        files.put(TextModels.EMOTION, bytes(out -> ModelFile.write(emotion, out)));
        files.put(TextModels.ENGLISH_SPACE, bytes(out -> ModelFile.write(english, out)));
        files.put(TextModels.DISASTER, bytes(out -> ModelFile.write(disaster, out)));
        chineseTypes.ifPresent(types -> files.put(TextModels.CHINESE_TYPES, bytes(out -> ModelFile.write(types, out))));
        englishTypes.ifPresent(types -> files.put(TextModels.ENGLISH_TYPES, bytes(out -> ModelFile.write(types, out))));
        return files;
    }

    /** Writes the files into a folder, which is made when it is not there; models of types that are no more are taken out. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(TextModels.CHINESE_TYPES));
        Files.deleteIfExists(folder.resolve(TextModels.ENGLISH_TYPES));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Reads a set back. */
    static ModelSet read(TextModels.Source source) throws IOException {
        return new ModelSet(
                space(source, TextModels.CHINESE_SPACE),
                space(source, TextModels.ENGLISH_SPACE),
                model(source, TextModels.CATEGORY),
                model(source, TextModels.POLARITY),
                model(source, TextModels.DOMAIN),
                model(source, TextModels.EMOTION),
                model(source, TextModels.DISASTER),
                findModel(source, TextModels.CHINESE_TYPES),
                findModel(source, TextModels.ENGLISH_TYPES));
    }

    private static Optional<LinearModel> findModel(TextModels.Source source, String name) throws IOException {
        try {
            return Optional.of(model(source, name));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static LinearModel model(TextModels.Source source, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(source.open(name))) {
            return ModelFile.readModel(in);
        }
    }

    private static FeatureSpace space(TextModels.Source source, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(source.open(name))) {
            return ModelFile.readSpace(in);
        }
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private interface Writer {
        void writeTo(ByteArrayOutputStream out) throws IOException;
    }
}
