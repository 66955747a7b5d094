package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SqlCommandTest {
  private static final String SEARCH =
      "| tstats count from datamodel=Web where Web.dest=a by Web.dest | where count>5";

  @Test
  void aSearchBecomesSqlWithItselfAsAComment() {
    assertEquals(
        new Outcome(
            0,
            """
            -- | tstats count from datamodel=Web where Web.dest=a by Web.dest | where count>5
            SELECT "Web.dest",
              "count"
            FROM (SELECT *
                FROM (SELECT "Web.dest",
                      "count",
                      "$order1",
                      CASE WHEN (count("$order1") OVER ()) = (count("Web.dest") OVER ()) THEN "$order1" END AS "$order2"
                    FROM (SELECT "Web.dest",
                          "count",
                          TRY_CAST(regexp_replace("Web.dest", '[\\s\\v_]|\\+-', '?') AS DOUBLE) AS "$order1"
                        FROM (SELECT "Web.dest",
                              count(*) AS "count"
                            FROM (SELECT "Web.dest"
                                FROM (SELECT TRY_CAST("_time" AS DOUBLE) AS "_time",
                                      CASE WHEN "dest" IS NULL
                                          OR "dest" = ''
                                          OR "dest" = '-' THEN 'unknown' ELSE "dest" END AS "Web.dest"
                                    FROM "db"."web") AS "t"
                                WHERE regexp_full_match("Web.dest", 'a', 'i')) AS "t1"
                            WHERE "Web.dest" IS NOT NULL
                            GROUP BY "Web.dest") AS "t") AS "t") AS "t"
                WHERE "count" > 5) AS "r"
            ORDER BY "$order2" NULLS LAST,
              "Web.dest" NULLS LAST
            """,
            ""),
        Outcome.of("sql", "-e", SEARCH, "--dialect", "duckdb", "--table", "Web.Web=db.web"));
  }

  @Test
  void noTextOfASearchEndsTheComment() {
    String sql =
        Outcome.of(
                "sql",
                "-e",
                "| tstats count from datamodel=Web\r| search count=\"*/\n;--\"",
                "--dialect",
                "duckdb")
            .out();
    assertTrue(
        sql.startsWith("-- | tstats count from datamodel=Web\n-- | search count=\"*/\n-- ;--\"\n"),
        sql);
  }

  @Test
  void aRefusalSaysWhichCommandWhereAndWhy() {
    Outcome outcome =
        Outcome.of(
            "sql",
            "-e",
            "| tstats count from datamodel=Web by Web.dest | reverse",
            "--dialect",
            "spark");
    assertEquals(1, outcome.exit());
    assertEquals(
        """
        error[E0903]: `reverse` cannot be written in spark: SQL has no equal of Reverse
         --> <query>:1:49
          |
        1 | | tstats count from datamodel=Web by Web.dest | reverse
          |                                                 ^^^^^^^
        """,
        outcome.err());
  }

  @Test
  void anUnknownDialectIsRefused() {
    assertEquals(2, Outcome.of("sql", "-e", SEARCH, "--dialect", "mysql").exit());
  }
}
