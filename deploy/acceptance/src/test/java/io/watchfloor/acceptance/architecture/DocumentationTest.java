package io.watchfloor.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.watchfloor.testbed.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a reader can rely on finding. */
class DocumentationTest {
    private static final List<String> FOLDERS = List.of(
            "stream/contract",
            "stream/text",
            "stream/pipeline",
            "stream/drill",
            "graph",
            "console",
            "gateway",
            "deploy",
            "deploy/embedded-graph",
            "deploy/launcher",
            "deploy/testbed",
            "deploy/acceptance",
            "deploy/faults",
            "deploy/monitoring",
            "deploy/bench");

    @Test
    void shouldSayOfEveryPublicTypeWhatItIsFor() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        TreeSet<String> undocumented = new TreeSet<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(mainSources()));
            DocTrees documentation = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (var type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree named
                            && named.getModifiers().getFlags().contains(Modifier.PUBLIC)
                            && documentation.getDocComment(TreePath.getPath(unit, type)) == null) {
                        undocumented.add(unit.getPackageName() + "." + named.getSimpleName());
                    }
                }
            }
        }
        assertThat(undocumented).isEmpty();
    }

    @Test
    void shouldDescribeEveryPackage() throws IOException {
        assertThat(mainSources().stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void shouldExplainEveryFolder() {
        assertThat(FOLDERS)
                .allSatisfy(folder -> assertThat(Home.folder().resolve(folder).resolve("README.md"))
                        .isNotEmptyFile());
    }

    private static List<Path> mainSources() throws IOException {
        return FOLDERS.stream()
                .map(folder -> Home.folder().resolve(folder).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(DocumentationTest::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
