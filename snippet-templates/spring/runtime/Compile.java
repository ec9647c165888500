import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles many Maven projects in one JVM: {@code java Compile.java LIBRARIES PROJECT...}.
 *
 * <p>Each project's src/main/java goes to its own target/classes, with the options that
 * spring-boot-starter-parent gives to Maven, so that every project may have classes of the same
 * name. The compiler's messages go to standard error. Exit status 1: some project does not compile.
 */
class Compile {

    public static void main(String[] args) throws IOException {
        List<File> libraries;
        try (Stream<Path> jars = Files.list(Path.of(args[0]))) {
            libraries =
                    jars.filter(jar -> jar.toString().endsWith(".jar"))
                            .sorted()
                            .map(Path::toFile)
                            .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean good = true;
        // One file manager for all: it keeps the libraries open.
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocation(StandardLocation.CLASS_PATH, libraries);
            for (String project : List.of(args).subList(1, args.length)) {
                good &= compile(compiler, files, Path.of(project));
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean compile(
            JavaCompiler compiler, StandardJavaFileManager files, Path project) throws IOException {
        List<Path> sources;
        try (Stream<Path> found = Files.walk(project.resolve("src/main/java"))) {
            sources = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        List<String> options = List.of("--release", "17", "-parameters", "-proc:none");
        return compiler.getTask(
                        null,
                        files,
                        null,
                        options,
                        null,
                        files.getJavaFileObjectsFromPaths(sources))
                .call();
    }
}
