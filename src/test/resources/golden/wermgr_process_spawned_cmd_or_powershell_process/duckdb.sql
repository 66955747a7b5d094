-- | tstats `security_content_summariesonly` values(Processes.process) as cmdline min(_time) as firstTime max(_time) as lastTime from datamodel=Endpoint.Processes where Processes.parent_process_name = "wermgr.exe" `process_cmd` OR `process_powershell` by Processes.parent_process_name  Processes.original_file_name Processes.parent_process_id  Processes.process_name Processes.process Processes.process_id Processes.process_guid Processes.dest Processes.user
-- | `drop_dm_object_name(Processes)`
-- | `security_content_ctime(firstTime)`
-- | `security_content_ctime(lastTime)`
-- | `wermgr_process_spawned_cmd_or_powershell_process_filter`
SELECT "parent_process_name",
  "original_file_name",
  "parent_process_id",
  "process_name",
  "process",
  "process_id",
  "process_guid",
  "dest",
  "user",
  "cmdline",
  "firstTime",
  "lastTime"
FROM (SELECT "Processes.parent_process_name" AS "parent_process_name",
      "Processes.original_file_name" AS "original_file_name",
      "Processes.parent_process_id" AS "parent_process_id",
      "Processes.process_name" AS "process_name",
      "Processes.process" AS "process",
      "Processes.process_id" AS "process_id",
      "Processes.process_guid" AS "process_guid",
      "Processes.dest" AS "dest",
      "Processes.user" AS "user",
      "cmdline",
      strftime(make_timestamp(CAST(floor("firstTime") AS BIGINT) * 1000000), '%Y-%m-%dT%H:%M:%S') AS "firstTime",
      strftime(make_timestamp(CAST(floor("lastTime") AS BIGINT) * 1000000), '%Y-%m-%dT%H:%M:%S') AS "lastTime",
      TRY_CAST(regexp_replace("Processes.parent_process_name", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order1",
      TRY_CAST(regexp_replace("Processes.original_file_name", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order2",
      TRY_CAST(regexp_replace("Processes.parent_process_id", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order3",
      TRY_CAST(regexp_replace("Processes.process_name", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order4",
      TRY_CAST(regexp_replace("Processes.process", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order5",
      TRY_CAST(regexp_replace("Processes.process_id", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order6",
      TRY_CAST(regexp_replace("Processes.process_guid", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order7",
      TRY_CAST(regexp_replace("Processes.dest", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order8",
      TRY_CAST(regexp_replace("Processes.user", '[\s\v_]|\+-', '?') AS DOUBLE) AS "$order9"
    FROM (SELECT COALESCE("Processes.parent_process_name", 'null') AS "Processes.parent_process_name",
          COALESCE("Processes.original_file_name", 'null') AS "Processes.original_file_name",
          COALESCE("Processes.parent_process_id", 'null') AS "Processes.parent_process_id",
          COALESCE("Processes.process_name", 'null') AS "Processes.process_name",
          COALESCE("Processes.process", 'null') AS "Processes.process",
          COALESCE("Processes.process_id", 'null') AS "Processes.process_id",
          COALESCE("Processes.process_guid", 'null') AS "Processes.process_guid",
          COALESCE("Processes.dest", 'null') AS "Processes.dest",
          COALESCE("Processes.user", 'null') AS "Processes.user",
          list(DISTINCT "Processes.process" ORDER BY "Processes.process") FILTER (WHERE "Processes.process" IS NOT NULL) AS "cmdline",
          min("_time") AS "firstTime",
          max("_time") AS "lastTime"
        FROM (SELECT TRY_CAST("_time" AS DOUBLE) AS "_time",
              CASE
                WHEN "parent_process_name" <> '' THEN "parent_process_name"
                WHEN regexp_matches(CASE WHEN "parent_process" IS NULL OR "parent_process" = '' THEN 'unknown' ELSE "parent_process" END, '[^\s\x0B]') THEN regexp_replace(CASE WHEN "parent_process" IS NULL OR "parent_process" = '' THEN 'unknown' ELSE "parent_process" END, '(?s)^[\s\x0B]*([^\s\x0B]+).*\z', '\1', 'g')
                ELSE 'unknown'
              END AS "Processes.parent_process_name",
              CASE
                WHEN "process_name" <> '' THEN "process_name"
                WHEN regexp_matches(CASE WHEN "process" IS NULL OR "process" = '' THEN 'unknown' ELSE "process" END, '[^\s\x0B]') THEN regexp_replace(CASE WHEN "process" IS NULL OR "process" = '' THEN 'unknown' ELSE "process" END, '(?s)^[\s\x0B]*([^\s\x0B]+).*\z', '\1', 'g')
                ELSE 'unknown'
              END AS "Processes.process_name",
              CASE WHEN "original_file_name" IS NULL OR "original_file_name" = '' THEN 'unknown' ELSE "original_file_name" END AS "Processes.original_file_name",
              "parent_process_id" AS "Processes.parent_process_id",
              CASE WHEN "process" IS NULL OR "process" = '' THEN 'unknown' ELSE "process" END AS "Processes.process",
              "process_id" AS "Processes.process_id",
              "process_guid" AS "Processes.process_guid",
              CASE WHEN "dest" IS NULL OR "dest" = '' THEN 'unknown' ELSE "dest" END AS "Processes.dest",
              CASE WHEN "user" IS NULL OR "user" = '' THEN 'unknown' ELSE "user" END AS "Processes.user"
            FROM "security"."processes") AS "t"
        WHERE regexp_full_match("Processes.parent_process_name", 'wermgr\.exe', 'i') AND (regexp_full_match("Processes.process_name", 'cmd\.exe', 'i')
              OR regexp_full_match("Processes.original_file_name", 'Cmd\.Exe', 'i')
              OR regexp_full_match("Processes.process_name", 'pwsh\.exe', 'i')
              OR regexp_full_match("Processes.process_name", 'sqlps\.exe', 'i')
              OR regexp_full_match("Processes.process_name", 'sqltoolsps\.exe', 'i')
              OR regexp_full_match("Processes.process_name", 'powershell\.exe', 'i')
              OR regexp_full_match("Processes.process_name", 'powershell_ise\.exe', 'i')
              OR regexp_full_match("Processes.original_file_name", 'pwsh\.dll', 'i')
              OR regexp_full_match("Processes.original_file_name", 'PowerShell\.EXE', 'i')
              OR regexp_full_match("Processes.original_file_name", 'powershell_ise\.EXE', 'i'))
        GROUP BY COALESCE("Processes.parent_process_name", 'null'),
          COALESCE("Processes.original_file_name", 'null'),
          COALESCE("Processes.parent_process_id", 'null'),
          COALESCE("Processes.process_name", 'null'),
          COALESCE("Processes.process", 'null'),
          COALESCE("Processes.process_id", 'null'),
          COALESCE("Processes.process_guid", 'null'),
          COALESCE("Processes.dest", 'null'),
          COALESCE("Processes.user", 'null')) AS "t") AS "r"
ORDER BY CASE WHEN (count("$order1") OVER ()) = (count("parent_process_name") OVER ()) THEN "$order1" END NULLS LAST,
  "parent_process_name" NULLS LAST,
  CASE WHEN (count("$order2") OVER ()) = (count("original_file_name") OVER ()) THEN "$order2" END NULLS LAST,
  "original_file_name" NULLS LAST,
  CASE WHEN (count("$order3") OVER ()) = (count("parent_process_id") OVER ()) THEN "$order3" END NULLS LAST,
  "parent_process_id" NULLS LAST,
  CASE WHEN (count("$order4") OVER ()) = (count("process_name") OVER ()) THEN "$order4" END NULLS LAST,
  "process_name" NULLS LAST,
  CASE WHEN (count("$order5") OVER ()) = (count("process") OVER ()) THEN "$order5" END NULLS LAST,
  "process" NULLS LAST,
  CASE WHEN (count("$order6") OVER ()) = (count("process_id") OVER ()) THEN "$order6" END NULLS LAST,
  "process_id" NULLS LAST,
  CASE WHEN (count("$order7") OVER ()) = (count("process_guid") OVER ()) THEN "$order7" END NULLS LAST,
  "process_guid" NULLS LAST,
  CASE WHEN (count("$order8") OVER ()) = (count("dest") OVER ()) THEN "$order8" END NULLS LAST,
  "dest" NULLS LAST,
  CASE WHEN (count("$order9") OVER ()) = (count("user") OVER ()) THEN "$order9" END NULLS LAST,
  "user" NULLS LAST
