package org.clew.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks are no module of the build, but have to fit what they measure. */
class BenchmarkSourcesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("clew.root", ".."), "benchmarks", "src");

  @TempDir private Path classes;

  @Test
  void shouldCompileWithoutWarnings() throws IOException {
    assumeThat(SOURCES).as("the sources of the benchmarks").isDirectory();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-Xlint:all,-classfile,-path",
            "-Werror",
            "-proc:none",
            "--release",
            "17",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    try (Stream<Path> found = Files.walk(SOURCES);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();

      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();

      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
