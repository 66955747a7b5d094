package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void enginesPrepareSearchesWhileTheWarmUpRuns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      WarmUp.start();
      List<Future<List<String>>> columns = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        columns.add(
            threads.submit(
                () ->
                    Engine.builder()
                        .build()
                        .prepare("| makeresults | eval a=1")
                        .columns()
                        .names()));
      }
      for (Future<List<String>> found : columns) {
        assertEquals(List.of("_time", "a"), found.get(1, TimeUnit.MINUTES));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
