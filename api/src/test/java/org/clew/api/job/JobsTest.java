package org.clew.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clew.api.access.Caller;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final Jobs jobs = new Jobs();

  @AfterEach
  void stop() {
    jobs.stop();
  }

  @Test
  void shouldTellEachStepInOrder() {
    CountDownLatch heard = new CountDownLatch(1);
    JobDocument waiting =
        jobs.submit(
            Caller.LOCAL,
            "test",
            progress -> {
              await(heard);
              progress.report("counting", 1, 2);
              progress.report("counting", 2, 2);
              return List.of("result");
            });
    List<JobDocument> steps = follow(waiting.id(), heard);

    JobDocument last = steps.get(steps.size() - 1);
    assertThat(last.state()).isEqualTo(JobState.DONE);
    assertThat(last.result()).isEqualTo(List.of("result"));
    assertThat(last.started()).isBetween(last.created(), last.ended());
    assertThat(
            steps.stream()
                .filter(step -> step.state() == JobState.RUNNING && step.progress() != null)
                .map(step -> step.progress().done()))
        .containsExactly(1L, 2L);
  }

  @Test
  void shouldSayWhyAJobFailedAndHideWhatIsInside() {
    JobDocument told =
        end(
            jobs.submit(
                Caller.LOCAL,
                "test",
                progress -> {
                  throw new ClewException(Reason.UNREADABLE, "The file is torn.");
                }));
    assertThat(told.state()).isEqualTo(JobState.FAILED);
    assertThat(told.failure()).isEqualTo("The file is torn.");
    JobDocument hidden =
        end(
            jobs.submit(
                Caller.LOCAL,
                "test",
                progress -> {
                  throw new IllegalStateException("secret");
                }));
    assertThat(hidden.failure()).isNotEmpty().doesNotContain("secret");
  }

  @Test
  void shouldStopAtTheNextStepOrBeforeTheFirst() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    JobDocument first =
        jobs.submit(
            Caller.LOCAL,
            "test",
            progress -> {
              running.countDown();
              await(goOn);
              progress.report("more", 1, 0);
              return "never";
            });
    JobDocument second = jobs.submit(Caller.LOCAL, "test", progress -> "never");
    await(running);

    assertThat(jobs.cancel(second.id(), Caller.LOCAL).state()).isEqualTo(JobState.CANCELLED);
    assertThat(jobs.cancel(first.id(), Caller.LOCAL).state()).isEqualTo(JobState.RUNNING);
    goOn.countDown();
    assertThat(end(first).state()).isEqualTo(JobState.CANCELLED);
    assertThat(jobs.cancel(first.id(), Caller.LOCAL).state()).isEqualTo(JobState.CANCELLED);
    assertThat(jobs.list(Caller.LOCAL))
        .extracting(JobDocument::id)
        .containsExactly(second.id(), first.id());
  }

  @Test
  void shouldRefuseMoreThanCanWait() {
    CountDownLatch goOn = new CountDownLatch(1);
    IntStream.range(0, Jobs.MOST_WAITING)
        .forEach(
            number ->
                jobs.submit(
                    Caller.LOCAL,
                    "test",
                    progress -> {
                      await(goOn);
                      return "";
                    }));
    assertThatThrownBy(() -> jobs.submit(Caller.LOCAL, "test", progress -> ""))
        .hasMessageContaining("Too many jobs");
    goOn.countDown();
    assertThatThrownBy(() -> jobs.find("nothing", Caller.LOCAL))
        .hasMessageContaining("There is no job");
  }

  @Test
  void shouldHideAJobFromEveryoneButItsOwnerAndAdmins() {
    Caller owner = new Caller("a", null, Role.ANALYST);
    Caller other = new Caller("b", null, Role.ANALYST);
    String id = jobs.submit(owner, "test", progress -> "").id();

    assertThat(jobs.find(id, owner).id()).isEqualTo(id);
    assertThat(jobs.find(id, new Caller("c", null, Role.ADMIN)).id()).isEqualTo(id);
    assertThat(jobs.list(other)).isEmpty();
    String unknown = jobs.submit(other, "test", progress -> "").id().replaceAll(".", "0");
    for (String hidden : List.of(id, unknown)) {
      assertThatThrownBy(() -> jobs.find(hidden, other)).hasMessageContaining("There is no job");
      assertThatThrownBy(() -> jobs.cancel(hidden, other)).hasMessageContaining("There is no job");
      assertThatThrownBy(() -> jobs.listen(hidden, other, step -> {}))
          .hasMessageContaining("There is no job");
    }
  }

  private JobDocument end(JobDocument job) {
    List<JobDocument> steps = follow(job.id(), new CountDownLatch(1));
    return steps.get(steps.size() - 1);
  }

  private List<JobDocument> follow(String id, CountDownLatch heard) {
    List<JobDocument> steps = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(1);
    jobs.listen(
        id,
        Caller.LOCAL,
        step -> {
          steps.add(step);
          if (step.state().isFinal()) {
            ended.countDown();
          }
        });
    heard.countDown();
    await(ended);
    return steps;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
