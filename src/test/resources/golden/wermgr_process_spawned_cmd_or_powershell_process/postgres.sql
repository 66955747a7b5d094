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
      to_char(to_timestamp(floor("firstTime")) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS "firstTime",
      to_char(to_timestamp(floor("lastTime")) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS "lastTime",
      CASE WHEN "Processes.parent_process_name" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.parent_process_name" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.parent_process_name" AS DOUBLE PRECISION) WHEN "Processes.parent_process_name" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.parent_process_name" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.parent_process_name" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.parent_process_name" AS DOUBLE PRECISION) END WHEN "Processes.parent_process_name" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.parent_process_name" AS DOUBLE PRECISION) END AS "$order1",
      CASE WHEN "Processes.original_file_name" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.original_file_name" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.original_file_name" AS DOUBLE PRECISION) WHEN "Processes.original_file_name" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.original_file_name" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.original_file_name" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.original_file_name" AS DOUBLE PRECISION) END WHEN "Processes.original_file_name" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.original_file_name" AS DOUBLE PRECISION) END AS "$order2",
      CASE WHEN "Processes.parent_process_id" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.parent_process_id" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.parent_process_id" AS DOUBLE PRECISION) WHEN "Processes.parent_process_id" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.parent_process_id" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.parent_process_id" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.parent_process_id" AS DOUBLE PRECISION) END WHEN "Processes.parent_process_id" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.parent_process_id" AS DOUBLE PRECISION) END AS "$order3",
      CASE WHEN "Processes.process_name" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.process_name" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.process_name" AS DOUBLE PRECISION) WHEN "Processes.process_name" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.process_name" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.process_name" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.process_name" AS DOUBLE PRECISION) END WHEN "Processes.process_name" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.process_name" AS DOUBLE PRECISION) END AS "$order4",
      CASE WHEN "Processes.process" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.process" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.process" AS DOUBLE PRECISION) WHEN "Processes.process" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.process" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.process" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.process" AS DOUBLE PRECISION) END WHEN "Processes.process" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.process" AS DOUBLE PRECISION) END AS "$order5",
      CASE WHEN "Processes.process_id" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.process_id" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.process_id" AS DOUBLE PRECISION) WHEN "Processes.process_id" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.process_id" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.process_id" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.process_id" AS DOUBLE PRECISION) END WHEN "Processes.process_id" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.process_id" AS DOUBLE PRECISION) END AS "$order6",
      CASE WHEN "Processes.process_guid" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.process_guid" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.process_guid" AS DOUBLE PRECISION) WHEN "Processes.process_guid" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.process_guid" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.process_guid" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.process_guid" AS DOUBLE PRECISION) END WHEN "Processes.process_guid" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.process_guid" AS DOUBLE PRECISION) END AS "$order7",
      CASE WHEN "Processes.dest" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.dest" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.dest" AS DOUBLE PRECISION) WHEN "Processes.dest" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.dest" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.dest" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.dest" AS DOUBLE PRECISION) END WHEN "Processes.dest" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.dest" AS DOUBLE PRECISION) END AS "$order8",
      CASE WHEN "Processes.user" ~ '^([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST("Processes.user" AS TEXT)), '$.double()', '{}', true) THEN CAST("Processes.user" AS DOUBLE PRECISION) WHEN "Processes.user" ~ '^[^eE]{1,255}[eE]-' THEN 0 WHEN "Processes.user" ~ '^[^eE]{1,255}[eE]' THEN CASE WHEN "Processes.user" LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION) ELSE CAST("Processes.user" AS DOUBLE PRECISION) END WHEN "Processes.user" ~ '^([+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?|[+-]?[nN][aA][nN])$' THEN CAST("Processes.user" AS DOUBLE PRECISION) END AS "$order9"
    FROM (SELECT COALESCE("Processes.parent_process_name", 'null') AS "Processes.parent_process_name",
          COALESCE("Processes.original_file_name", 'null') AS "Processes.original_file_name",
          COALESCE("Processes.parent_process_id", 'null') AS "Processes.parent_process_id",
          COALESCE("Processes.process_name", 'null') AS "Processes.process_name",
          COALESCE("Processes.process", 'null') AS "Processes.process",
          COALESCE("Processes.process_id", 'null') AS "Processes.process_id",
          COALESCE("Processes.process_guid", 'null') AS "Processes.process_guid",
          COALESCE("Processes.dest", 'null') AS "Processes.dest",
          COALESCE("Processes.user", 'null') AS "Processes.user",
          array_agg(DISTINCT ("Processes.process" COLLATE "C") ORDER BY ("Processes.process" COLLATE "C")) FILTER (WHERE ("Processes.process" COLLATE "C") IS NOT NULL) AS "cmdline",
          min("_time") AS "firstTime",
          max("_time") AS "lastTime"
        FROM (SELECT CAST("_time" AS DOUBLE PRECISION) AS "_time",
              CASE
                WHEN "parent_process_name" <> '' THEN "parent_process_name"
                WHEN CASE WHEN "parent_process" IS NULL OR "parent_process" = '' THEN 'unknown' ELSE "parent_process" END COLLATE "C" ~ '[^\s\v]' THEN regexp_replace(CASE WHEN "parent_process" IS NULL OR "parent_process" = '' THEN 'unknown' ELSE "parent_process" END COLLATE "C", '^[\s\v]*([^\s\v]+).*\Z', '\1')
                ELSE 'unknown'
              END AS "Processes.parent_process_name",
              CASE
                WHEN "process_name" <> '' THEN "process_name"
                WHEN CASE WHEN "process" IS NULL OR "process" = '' THEN 'unknown' ELSE "process" END COLLATE "C" ~ '[^\s\v]' THEN regexp_replace(CASE WHEN "process" IS NULL OR "process" = '' THEN 'unknown' ELSE "process" END COLLATE "C", '^[\s\v]*([^\s\v]+).*\Z', '\1')
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
        WHERE translate("Processes.parent_process_name", 'EGMRWX', 'egmrwx') = 'wermgr.exe' AND (translate("Processes.process_name", 'CDEMX', 'cdemx') = 'cmd.exe'
              OR translate("Processes.original_file_name", 'CDEMX', 'cdemx') = 'cmd.exe'
              OR translate("Processes.process_name", 'EHPSſWX', 'ehpsswx') = 'pwsh.exe'
              OR translate("Processes.process_name", 'ELPQSſX', 'elpqssx') = 'sqlps.exe'
              OR translate("Processes.process_name", 'ELOPQSſTX', 'elopqsstx') = 'sqltoolsps.exe'
              OR translate("Processes.process_name", 'EHLOPRSſWX', 'ehloprsswx') = 'powershell.exe'
              OR translate("Processes.process_name", 'EHILOPRSſWX', 'ehiloprsswx') = 'powershell_ise.exe'
              OR translate("Processes.original_file_name", 'DHLPSſW', 'dhlpssw') = 'pwsh.dll'
              OR translate("Processes.original_file_name", 'EHLOPRSſWX', 'ehloprsswx') = 'powershell.exe'
              OR translate("Processes.original_file_name", 'EHILOPRSſWX', 'ehiloprsswx') = 'powershell_ise.exe')
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
  "parent_process_name" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order2") OVER ()) = (count("original_file_name") OVER ()) THEN "$order2" END NULLS LAST,
  "original_file_name" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order3") OVER ()) = (count("parent_process_id") OVER ()) THEN "$order3" END NULLS LAST,
  "parent_process_id" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order4") OVER ()) = (count("process_name") OVER ()) THEN "$order4" END NULLS LAST,
  "process_name" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order5") OVER ()) = (count("process") OVER ()) THEN "$order5" END NULLS LAST,
  "process" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order6") OVER ()) = (count("process_id") OVER ()) THEN "$order6" END NULLS LAST,
  "process_id" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order7") OVER ()) = (count("process_guid") OVER ()) THEN "$order7" END NULLS LAST,
  "process_guid" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order8") OVER ()) = (count("dest") OVER ()) THEN "$order8" END NULLS LAST,
  "dest" COLLATE "C" NULLS LAST,
  CASE WHEN (count("$order9") OVER ()) = (count("user") OVER ()) THEN "$order9" END NULLS LAST,
  "user" COLLATE "C" NULLS LAST
