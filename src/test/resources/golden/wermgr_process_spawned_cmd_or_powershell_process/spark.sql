-- | tstats `security_content_summariesonly` values(Processes.process) as cmdline min(_time) as firstTime max(_time) as lastTime from datamodel=Endpoint.Processes where Processes.parent_process_name = "wermgr.exe" `process_cmd` OR `process_powershell` by Processes.parent_process_name  Processes.original_file_name Processes.parent_process_id  Processes.process_name Processes.process Processes.process_id Processes.process_guid Processes.dest Processes.user
-- | `drop_dm_object_name(Processes)`
-- | `security_content_ctime(firstTime)`
-- | `security_content_ctime(lastTime)`
-- | `wermgr_process_spawned_cmd_or_powershell_process_filter`
-- needs: SET spark.sql.session.timeZone = UTC; SET spark.sql.caseSensitive = true
SELECT `parent_process_name`,
  `original_file_name`,
  `parent_process_id`,
  `process_name`,
  `process`,
  `process_id`,
  `process_guid`,
  `dest`,
  `user`,
  `cmdline`,
  `firstTime`,
  `lastTime`
FROM (SELECT `parent_process_name`,
      `original_file_name`,
      `parent_process_id`,
      `process_name`,
      `process`,
      `process_id`,
      `process_guid`,
      `dest`,
      `user`,
      `cmdline`,
      `firstTime`,
      `lastTime`,
      `$order1`,
      `$order2`,
      `$order3`,
      `$order4`,
      `$order5`,
      `$order6`,
      `$order7`,
      `$order8`,
      `$order9`,
      CASE WHEN (count(`$order1`) OVER ()) = (count(`parent_process_name`) OVER ()) THEN `$order1` END `$order10`,
      CASE WHEN (count(`$order2`) OVER ()) = (count(`original_file_name`) OVER ()) THEN `$order2` END `$order11`,
      CASE WHEN (count(`$order3`) OVER ()) = (count(`parent_process_id`) OVER ()) THEN `$order3` END `$order12`,
      CASE WHEN (count(`$order4`) OVER ()) = (count(`process_name`) OVER ()) THEN `$order4` END `$order13`,
      CASE WHEN (count(`$order5`) OVER ()) = (count(`process`) OVER ()) THEN `$order5` END `$order14`,
      CASE WHEN (count(`$order6`) OVER ()) = (count(`process_id`) OVER ()) THEN `$order6` END `$order15`,
      CASE WHEN (count(`$order7`) OVER ()) = (count(`process_guid`) OVER ()) THEN `$order7` END `$order16`,
      CASE WHEN (count(`$order8`) OVER ()) = (count(`dest`) OVER ()) THEN `$order8` END `$order17`,
      CASE WHEN (count(`$order9`) OVER ()) = (count(`user`) OVER ()) THEN `$order9` END `$order18`
    FROM (SELECT `Processes.parent_process_name` `parent_process_name`,
          `Processes.original_file_name` `original_file_name`,
          `Processes.parent_process_id` `parent_process_id`,
          `Processes.process_name` `process_name`,
          `Processes.process` `process`,
          `Processes.process_id` `process_id`,
          `Processes.process_guid` `process_guid`,
          `Processes.dest` `dest`,
          `Processes.user` `user`,
          `cmdline`,
          date_format(timestamp_seconds(CAST(floor(`firstTime`) AS BIGINT)), 'yyyy-MM-dd\'T\'HH:mm:ss') `firstTime`,
          date_format(timestamp_seconds(CAST(floor(`lastTime`) AS BIGINT)), 'yyyy-MM-dd\'T\'HH:mm:ss') `lastTime`,
          CASE WHEN `Processes.parent_process_name` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.parent_process_name` AS DOUBLE) WHEN `Processes.parent_process_name` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order1`,
          CASE WHEN `Processes.original_file_name` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.original_file_name` AS DOUBLE) WHEN `Processes.original_file_name` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order2`,
          CASE WHEN `Processes.parent_process_id` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.parent_process_id` AS DOUBLE) WHEN `Processes.parent_process_id` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order3`,
          CASE WHEN `Processes.process_name` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.process_name` AS DOUBLE) WHEN `Processes.process_name` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order4`,
          CASE WHEN `Processes.process` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.process` AS DOUBLE) WHEN `Processes.process` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order5`,
          CASE WHEN `Processes.process_id` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.process_id` AS DOUBLE) WHEN `Processes.process_id` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order6`,
          CASE WHEN `Processes.process_guid` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.process_guid` AS DOUBLE) WHEN `Processes.process_guid` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order7`,
          CASE WHEN `Processes.dest` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.dest` AS DOUBLE) WHEN `Processes.dest` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order8`,
          CASE WHEN `Processes.user` RLIKE '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z' THEN try_cast(`Processes.user` AS DOUBLE) WHEN `Processes.user` RLIKE '(?i)^[+-]?nan\\z' THEN CAST('NaN' AS DOUBLE) END `$order9`
        FROM (SELECT COALESCE(`Processes.parent_process_name`, 'null') `Processes.parent_process_name`,
              COALESCE(`Processes.original_file_name`, 'null') `Processes.original_file_name`,
              COALESCE(`Processes.parent_process_id`, 'null') `Processes.parent_process_id`,
              COALESCE(`Processes.process_name`, 'null') `Processes.process_name`,
              COALESCE(`Processes.process`, 'null') `Processes.process`,
              COALESCE(`Processes.process_id`, 'null') `Processes.process_id`,
              COALESCE(`Processes.process_guid`, 'null') `Processes.process_guid`,
              COALESCE(`Processes.dest`, 'null') `Processes.dest`,
              COALESCE(`Processes.user`, 'null') `Processes.user`,
              CASE WHEN (count(`Processes.process`)) > 0 THEN sort_array(collect_set(`Processes.process`)) END `cmdline`,
              min(`_time`) `firstTime`,
              max(`_time`) `lastTime`
            FROM (SELECT try_cast(`_time` AS DOUBLE) `_time`,
                  CASE
                    WHEN `parent_process_name` <> '' THEN `parent_process_name`
                    WHEN CASE WHEN `parent_process` IS NULL OR `parent_process` = '' THEN 'unknown' ELSE `parent_process` END RLIKE '(?du)\\S' THEN regexp_replace(CASE WHEN `parent_process` IS NULL OR `parent_process` = '' THEN 'unknown' ELSE `parent_process` END, '(?du)(?s)^\\s*(\\S+).*$', '$1')
                    ELSE 'unknown'
                  END `Processes.parent_process_name`,
                  CASE
                    WHEN `process_name` <> '' THEN `process_name`
                    WHEN CASE WHEN `process` IS NULL OR `process` = '' THEN 'unknown' ELSE `process` END RLIKE '(?du)\\S' THEN regexp_replace(CASE WHEN `process` IS NULL OR `process` = '' THEN 'unknown' ELSE `process` END, '(?du)(?s)^\\s*(\\S+).*$', '$1')
                    ELSE 'unknown'
                  END `Processes.process_name`,
                  CASE WHEN `original_file_name` IS NULL OR `original_file_name` = '' THEN 'unknown' ELSE `original_file_name` END `Processes.original_file_name`,
                  `parent_process_id` `Processes.parent_process_id`,
                  CASE WHEN `process` IS NULL OR `process` = '' THEN 'unknown' ELSE `process` END `Processes.process`,
                  `process_id` `Processes.process_id`,
                  `process_guid` `Processes.process_guid`,
                  CASE WHEN `dest` IS NULL OR `dest` = '' THEN 'unknown' ELSE `dest` END `Processes.dest`,
                  CASE WHEN `user` IS NULL OR `user` = '' THEN 'unknown' ELSE `user` END `Processes.user`
                FROM `security`.`processes`) `t`
            WHERE lower(translate(`Processes.parent_process_name`, 'ſİ', 'sı')) = 'wermgr.exe' AND (lower(translate(`Processes.process_name`, 'ſİ', 'sı')) = 'cmd.exe'
                  OR lower(translate(`Processes.original_file_name`, 'ſİ', 'sı')) = 'cmd.exe'
                  OR lower(translate(`Processes.process_name`, 'ſİ', 'sı')) = 'pwsh.exe'
                  OR lower(translate(`Processes.process_name`, 'ſİ', 'sı')) = 'sqlps.exe'
                  OR lower(translate(`Processes.process_name`, 'ſİ', 'sı')) = 'sqltoolsps.exe'
                  OR lower(translate(`Processes.process_name`, 'ſİ', 'sı')) = 'powershell.exe'
                  OR lower(translate(`Processes.process_name`, 'ſİ', 'sı')) = 'powershell_ise.exe'
                  OR lower(translate(`Processes.original_file_name`, 'ſİ', 'sı')) = 'pwsh.dll'
                  OR lower(translate(`Processes.original_file_name`, 'ſİ', 'sı')) = 'powershell.exe'
                  OR lower(translate(`Processes.original_file_name`, 'ſİ', 'sı')) = 'powershell_ise.exe')
            GROUP BY COALESCE(`Processes.parent_process_name`, 'null'),
              COALESCE(`Processes.original_file_name`, 'null'),
              COALESCE(`Processes.parent_process_id`, 'null'),
              COALESCE(`Processes.process_name`, 'null'),
              COALESCE(`Processes.process`, 'null'),
              COALESCE(`Processes.process_id`, 'null'),
              COALESCE(`Processes.process_guid`, 'null'),
              COALESCE(`Processes.dest`, 'null'),
              COALESCE(`Processes.user`, 'null')) `t`) `t`) `r`
ORDER BY `$order10` NULLS LAST,
  `parent_process_name` NULLS LAST,
  `$order11` NULLS LAST,
  `original_file_name` NULLS LAST,
  `$order12` NULLS LAST,
  `parent_process_id` NULLS LAST,
  `$order13` NULLS LAST,
  `process_name` NULLS LAST,
  `$order14` NULLS LAST,
  `process` NULLS LAST,
  `$order15` NULLS LAST,
  `process_id` NULLS LAST,
  `$order16` NULLS LAST,
  `process_guid` NULLS LAST,
  `$order17` NULLS LAST,
  `dest` NULLS LAST,
  `$order18` NULLS LAST,
  `user` NULLS LAST
