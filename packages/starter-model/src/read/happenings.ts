/** What a table is of, by its name: what happens, and people. */

/** Things that happen to others, or are made for them; they point at what is there for longer. */
export const HAPPENINGS =
  /\b(repair|loan|request|enrol?lment|invoice|booking|reservation|payment|visit|order|task|ticket|shift|interview|trip|log|entry|session|appointment|inspection|maintenance|service|expense|timesheet|transaction|review|registration|attendance|result|donation|lesson|line|measurement|reading|rental|delivery|shipment|claim|incident|treatment|feeding|harvest|sale|key result|assignment|submission|grade|match|episode|signup|contract|quote|call|meeting|refuel|absence|calibration|rating|vote|test|placement|application|instalment|position|movement|purchase|exchange|revision|sighting|calving|recording|medicine|parcel|cube|pitch|report|deadline|hour|completion|check|action point|action item|action|training|usage|arrival|problem|contribution|collection|rent|milestone|exam|slot|participation|refill|watering|note|comment|stay|prescription|level|item|finding|control|withdrawal|swap|milking|complaint|refill|observation|performance|return|audit|weighing|job|flight|fitting|trial|repack|call-?out)$/;

/** People, in whatever part. */
export const PEOPLE =
  /\b(person|employee|staff member|member|contact|customer|client|user|student|pupil|teacher|patient|volunteer|applicant|guest|player|driver|tenant|donor|trainer|nurse|doctor|singer|runner|trainee|apprentice|swimmer|tutor|speaker|child|family|household|parent|consigner|colleague|therapist|supplier|vendor|company|partner)$/;
