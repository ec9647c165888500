import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles many Maven projects in one JVM: {@code java Compile.java LIBRARIES SECURITY PROJECT...}.
 *
 * <p>Each project's src/main/java goes to its own target/classes, with the options that
 * spring-boot-starter-parent gives to Maven, so that every project may have classes of the same
 * name; src/main/resources is copied there. The compiler's messages go to standard error. Exit
 * status 1: some project does not compile.
 *
 * <p>Spring Security locks every application on whose class path it is. Its libraries are therefore
 * linked into target/lib of the projects that import it, and are on the class path of no other.
 */
class Compile {

    public static void main(String[] args) throws IOException {
        List<Path> libraries = jars(Path.of(args[0]));
        Set<Path> names = libraries.stream().map(Path::getFileName).collect(Collectors.toSet());
        List<Path> security =
                jars(Path.of(args[1])).stream()
                        .filter(jar -> !names.contains(jar.getFileName()))
                        .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean good = true;
        // One file manager for all: it keeps the libraries open.
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Stream.concat(libraries.stream(), security.stream()).toList());
            for (String project : List.of(args).subList(2, args.length)) {
                good &= compile(compiler, files, Path.of(project), security);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean compile(
            JavaCompiler compiler,
            StandardJavaFileManager files,
            Path project,
            List<Path> security)
            throws IOException {
        List<Path> sources =
                filesBelow(project.resolve("src/main/java")).stream()
                        .filter(file -> file.toString().endsWith(".java"))
                        .toList();
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        Path resources = project.resolve("src/main/resources");
        for (Path resource : filesBelow(resources)) {
            Path copy = classes.resolve(resources.relativize(resource).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Path own = Files.createDirectories(project.resolve("target/lib"));
        for (Path source : sources) {
            if (Files.readString(source).contains("import org.springframework.security.")) {
                for (Path jar : security) {
                    Files.deleteIfExists(own.resolve(jar.getFileName()));
                    Files.createSymbolicLink(own.resolve(jar.getFileName()), jar.toAbsolutePath());
                }
                break;
            }
        }
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
