package transparency

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twins are one report in several languages, as published ones are laid out;
// the figures are invented. Greek reports of parts 9 and 10 were not found. The
// column of the scope is empty in the Greek part 3, and broken into lines are
// the headers of the Greek part 5.
var twins = map[string]map[string]string{
	"en": {
		"1_a.csv": `Applicability,Service,Indicator,Value
All,S,Name of the service provider,P
All,S,Date of the publication of the report,2026-02-20
All,S,Date of the publication of the latest previous report,2025-02-21
All,S,Starting date of reporting period,2025-01-01
All,S,Ending date of reporting period,2025-12-31
`,
		"3_a.csv": `Applicability,Service,Reporting period,Category of illegal content,"Description of the sub-category ""Other""",Scope,Number of orders to act against illegal content received,Number of specific items of information included in the total number of orders to act against illegal content,Median time to inform the authority of the receipt of the order to act against illegal content,Median time to give effect to the order to act against illegal content,Number of orders to provide information,Median time to inform the authority of the receipt of the order to provide information,Median time to give effect to the order to provide information
All,S,2025-01-01/2025-12-31,TOTAL,,TOTAL,11,12,13.5,14.5,15,16.5,17.5
All,S,2025-01-01/2025-12-31,TOTAL,,DE,11,12,13.5,14.5,15,16.5,17.5
`,
		"4_a.csv": `Applicability,Service,Reporting period,Category of illegal content,"Description of the sub-category ""Other""",Number of notices received,Number of notices received from Trusted flaggers,Number of specific items of information included in the total number of notices,Number of specific items of information included in the total number of notices by Trusted Flaggers (Trusted Flagger notices),Median time to take action,Median time to take action (Trusted Flagger notices),Number of actions taken on the basis of the law,Number of actions taken on the basis of the law (Trusted Flagger notices),Number of actions taken on the basis of the terms and conditions of the service,Number of actions taken on the basis of the terms and conditions of the service (Trusted Flagger notices)
"Only for providers of hosting services, including online platforms",S,2025-01-01/2025-12-31,TOTAL,,60,20,61,21,30.5,10.5,25,5,26,6
`,
		"5_a.csv": `Applicability,Service,Reporting period,Category of illegal content,"Description of the sub-category ""Other""",Number of measures taken at the provider's own initiative,Number of measures taken after detection with solely automated means,Visibility restriction Removal,Visibility restriction Disable,Visibility restriction Demoted,Visibility restriction Age restricted,Visibility restriction Interaction restricted,Visibility restriction Labelled,Visibility restriction Other,Monetary restriction Suspension,Monetary restriction Termination,Monetary restriction Other,Provision of the service Suspension,Provision of the service Termination,Account restriction Suspension,Account restriction Termination
All,S,2025-01-01/2025-12-31,TOTAL,,119,40,1,2,3,4,5,6,7,8,9,10,11,12,13,28
`,
		"7_a.csv": `Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual Information
All,S,2025-01-01/2025-12-31,Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism,Total number,50,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism,Decisions upheld,31,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism,Decisions partially reversed,4,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism,Decisions reversed,10,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism,Median time,72.5,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism,Decision omitted,5,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Out-of-court dispute settlement bodies,Number of disputes submitted to out-of-court dispute settlement bodies,Percentage of outcomes implemented,0.75,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Suspensions imposed on repeated offenders,Number of suspensions enacted for the provision of manifestly unfounded complaints,Total number,3,
`,
		"8_a.csv": `Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual Information
All,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Number of measures solely taken by automated means,Total number,40,
All,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Number of measures not taken by automated means,Own-initiative,79,
All,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Accuracy of the automated means - Accuracy,Total number,0.91,
All,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Accuracy of the automated means - Precision,Total number,0.92,
All,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Accuracy of the automated means - Recall,Total number,0.93,
"Only for providers of hosting services, including online platforms",S,2025-01-01/2025-12-31,Use of automated means for content moderation,Number of notices solely processed by automated means,NAM Total,22,
Only for providers of online platforms,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Number of notices not processed by automated means,NAM Trusted Flagger,18,
Only for VLOPs,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Accuracy of the automated means - Accuracy,bg,0.9,
`,
		"9_a.csv": `Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual information
Only for VLOPs,S,2025-01-01/2025-12-31,Human resources dedicated to content moderation,Number of internal moderators employed by the provider,Total number,8,
Only for VLOPs,S,2025-01-01/2025-12-31,Human resources dedicated to content moderation,Number of external moderators contracted by the provider,Total number,9,
Only for VLOPs,S,2025-01-01/2025-12-31,Human resources dedicated to content moderation,Number of total moderators with sufficient linguistic expertise,Total number,17,
Only for VLOPs,S,2025-01-01/2025-12-31,Human resources dedicated to content moderation,Number of total moderators with sufficient linguistic expertise,sv,2,
`,
		"10_a.csv": `Applicability,Service,Reporting period,Section,Indicator,Scope,Value
Only for VLOPs and VLOSEs,S,2025-01-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,TOTAL,55000000
Only for VLOPs and VLOSEs,S,2025-01-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,AT,1200000
`,
		"11_a.csv": `Applicability,Service,Reporting period,Indicator,Value
All,S,2025-01-01/2025-12-31,Qualitative description of the automated means,Filters.
Only for VLOPs,S,2025-01-01/2025-12-31,Training given to human resources dedicated to content moderation,Courses.
`,
	},
	"de": {
		"1_a.csv": `Anwendbarkeit,Dienst,Indikator,Wert
Alle,S,Name des Diensteanbieters,P
Alle,S,Datum der Veröffentlichung des Berichts,2026-02-20
Alle,S,Datum der Veröffentlichung des letzten vorherigen Berichts,2025-02-21
Alle,S,Beginn des Berichtszeitraums,2025-01-01
Alle,S,Ende des Berichtszeitraums,2025-12-31
`,
		"3_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Kategorie illegaler Inhalte,Beschreibung der Unterkategorie „Sonstige“,Anwendungsbereich,Anzahl der Anordnungen der Mitgliedstaaten zum Vorgehen gegen rechtswidrige Inhalte,Anzahl bestimmter Einzelinformationen in der Gesamtzahl der Anordnungen zum Vorgehen gegen rechtswidrige Inhalte,Mediandauer bis zur Unterrichtung der Behörde über den Eingang der Anordnung zum Vorgehen gegen rechtswidrige Inhalte,"Mediandauer, um der Anordnung zum Vorgehen gegen rechtswidrige Inhalte nachzukommen",Anzahl der Anordnungen zur Bereitstellung von Informationen,Mediandauer bis zur Unterrichtung der Behörde über den Eingang der Anordnung zur Bereitstellung von Informationen,"Mediandauer, um der Anordnung zur Bereitstellung von Informationen nachzukommen"
Alle,S,2025-01-01/2025-12-31,TOTAL,,GESAMT,11,12,13.5,14.5,15,16.5,17.5
Alle,S,2025-01-01/2025-12-31,TOTAL,,DE,11,12,13.5,14.5,15,16.5,17.5
`,
		"4_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Kategorie illegaler Inhalte,Beschreibung der Unterkategorie „Sonstige“,Anzahl der eingegangenen Meldungen,Anzahl der Meldungen von vertrauenswürdigen Hinweisgebern,Anzahl bestimmter Einzelinformationen in der Gesamtzahl der Meldungen,Anzahl bestimmter Einzelinformationen in der Gesamtzahl der Meldungen von vertrauenswürdigen Hinweisgebern,Mediandauer bis zur Ergreifung von Maßnahmen,Mediandauer bis zur Ergreifung von Maßnahmen (Meldungen von vertrauenswürdigen Hinweisgebern),Anzahl der auf der Grundlage von Rechtsvorschriften ergriffenen Maßnahmen,Anzahl der auf der Grundlage von Rechtsvorschriften ergriffenen Maßnahmen (Meldungen von vertrauenswürdigen Hinweisgebern),Anzahl der auf der Grundlage der Geschäftsbedingungen des Dienstes ergriffenen Maßnahmen,Anzahl der auf der Grundlage der Geschäftsbedingungen des Dienstes ergriffenen Maßnahmen (Meldungen von vertrauenswürdigen Hinweisgebern)
"Nur für Hostingdiensteanbieter, einschließlich Online-Plattformen",S,2025-01-01/2025-12-31,TOTAL,,60,20,61,21,30.5,10.5,25,5,26,6
`,
		"5_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Kategorie illegaler Inhalte,Beschreibung der Unterkategorie „Sonstige“,Anzahl der auf Eigeninitiative des Anbieters ergriffenen Maßnahmen,Anzahl der nach der Erkennung ausschließlich automatisch ergriffenen Maßnahmen,Einschränkung der Sichtbarkeit: Entfernung,Einschränkung der Sichtbarkeit: Sperrung,Einschränkung der Sichtbarkeit: Herabstufung,Einschränkung der Sichtbarkeit: Altersbeschränkung,Einschränkung der Sichtbarkeit: Beschränkte Interaktion,Einschränkung der Sichtbarkeit: Kennzeichnung,Einschränkung der Sichtbarkeit: Sonstige,Monetäre Beschränkung: Aussetzung,Monetäre Beschränkung: Beendigung,Monetäre Beschränkung: Sonstige,Bereitstellung des Dienstes: Aussetzung,Bereitstellung des Dienstes: Beendigung,Kontobeschränkung: Aussetzung,Kontobeschränkung: Schließung
Alle,S,2025-01-01/2025-12-31,TOTAL,,119,40,1,2,3,4,5,6,7,8,9,10,11,12,13,28
`,
		"7_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Abschnitt,Indikator,Wertebereich,Wert,Hintergrundinformationen
Alle,S,2025-01-01/2025-12-31,Internes Beschwerdeverfahren,Anzahl der über interne Beschwerdeverfahren übermittelten Beschwerden,Gesamtzahl,50,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Internes Beschwerdeverfahren,Anzahl der über interne Beschwerdeverfahren übermittelten Beschwerden,Bestätigte Entscheidungen,31,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Internes Beschwerdeverfahren,Anzahl der über interne Beschwerdeverfahren übermittelten Beschwerden,Teilweise rückgängig gemachte Entscheidungen,4,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Internes Beschwerdeverfahren,Anzahl der über interne Beschwerdeverfahren übermittelten Beschwerden,Rückgängig gemachte Entscheidungen,10,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Internes Beschwerdeverfahren,Anzahl der über interne Beschwerdeverfahren übermittelten Beschwerden,Mediandauer,72.5,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Internes Beschwerdeverfahren,Anzahl der über interne Beschwerdeverfahren übermittelten Beschwerden,Vermiedene Entscheidungen,5,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Außergerichtliche Streitbeilegungsstellen,Anzahl der den außergerichtlichen Streitbeilegungsstellen vorgelegten Streitfälle,Prozentsatz der umgesetzten Entscheidungsergebnisse,0.75,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Wiederholungstätern auferlegte Aussetzungen,Anzahl der Aussetzungen wegen offensichtlich unbegründeter Beschwerden,Gesamtzahl,3,
`,
		"8_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Abschnitt,Indikator,Wertebereich,Wert,Hintergrundinformationen
Alle,S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Anzahl ausschließlich automatisch ergriffener Maßnahmen,Gesamtzahl,40,
Alle,S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Anzahl nicht automatisch ergriffener Maßnahmen,Eigeninitiative,79,
Alle,S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Korrektklassifikationsrate der automatisierten Mittel – Treffergenauigkeit (Accuracy),Gesamtzahl,0.91,
Alle,S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Korrektklassifikationsrate der automatisierten Mittel – Genauigkeit (Precision),Gesamtzahl,0.92,
Alle,S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Korrektklassifikationsrate der automatisierten Mittel – Sensitivität (Recall),Gesamtzahl,0.93,
"Nur für Hostingdiensteanbieter, einschließlich Online-Plattformen",S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Anzahl ausschließlich automatisch verarbeiteter Meldungen,MAV gesamt,22,
Nur für Anbieter von Online-Plattformen,S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Anzahl nicht automatisch verarbeiteter Meldungen,Vertrauenswürdiger Hinweisgeber im MAV,18,
Nur für VLOPs,S,2025-01-01/2025-12-31,Verwendung automatisierter Mittel zur Moderation von Inhalten,Korrektklassifikationsrate der automatisierten Mittel – Treffergenauigkeit (Accuracy),bg,0.9,
`,
		"9_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Abschnitt,Indikator,Wertebereich,Wert,Hintergrundinformationen
Nur für VLOPs,S,2025-01-01/2025-12-31,Für die Moderation von Inhalten eingesetzte personelle Ressourcen,Anzahl der beim Anbieter beschäftigten internen Moderatoren,Gesamtzahl,8,
Nur für VLOPs,S,2025-01-01/2025-12-31,Für die Moderation von Inhalten eingesetzte personelle Ressourcen,Anzahl der beim Anbieter unter Vertrag stehenden externen Moderatoren,Gesamtzahl,9,
Nur für VLOPs,S,2025-01-01/2025-12-31,Für die Moderation von Inhalten eingesetzte personelle Ressourcen,Gesamtzahl der Moderatoren mit ausreichenden Sprachkenntnissen,Gesamtzahl,17,
Nur für VLOPs,S,2025-01-01/2025-12-31,Für die Moderation von Inhalten eingesetzte personelle Ressourcen,Gesamtzahl der Moderatoren mit ausreichenden Sprachkenntnissen,sv,2,
`,
		"10_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Abschnitt,Indikator,Wertebereich,Wert
Nur für VLOPs und VLOSEs,S,2025-01-01/2025-12-31,DMAN,Durchschnittliche monatliche Zahl der aktiven Nutzer im Berichtszeitraum,GESAMT,55000000
Nur für VLOPs und VLOSEs,S,2025-01-01/2025-12-31,DMAN,Durchschnittliche monatliche Zahl der aktiven Nutzer im Berichtszeitraum,AT,1200000
`,
		"11_a.csv": `Anwendbarkeit,Dienst,Berichtszeitraum,Indikator,Wert
Alle,S,2025-01-01/2025-12-31,Qualitative Beschreibung der automatisierten Mittel,Filter.
Nur für VLOPs,S,2025-01-01/2025-12-31,Schulung der für die Moderation von Inhalten eingesetzten personellen Ressourcen,Kurse.
`,
	},
	"el": {
		"1_a.csv": `Εφαρμογή,Υπηρεσία,Δείκτης,Τιμή
Όλοι,S,Ονομασία του παρόχου υπηρεσιών,P
Όλοι,S,Ημερομηνία δημοσίευσης της έκθεσης,2026-02-20
Όλοι,S,Ημερομηνία δημοσίευσης της πλέον πρόσφατης προηγούμενης έκθεσης,2025-02-21
Όλοι,S,Ημερομηνία έναρξης της περιόδου υποβολής εκθέσεων,2025-01-01
Όλοι,S,Ημερομηνία λήξης της περιόδου υποβολής εκθέσεων,2025-12-31
`,
		"3_a.csv": `Εφαρμογή,Υπηρεσία,Περίοδος υποβολής εκθέσεων,Κατηγορία παράνομου περιεχομένου,Περιγραφή της υποκατηγορίας «Άλλο»,Εύρος,Αριθμός των εντολών ανάληψης δράσης κατά παράνομου περιεχομένου που ελήφθησαν,Αριθμός των συγκεκριμένων πληροφοριακών στοιχείων που περιλαμβάνονταν στον συνολικό αριθμό των εντολών ανάληψης δράσης κατά παράνομου περιεχομένου,Διάμεσος χρόνος που απαιτήθηκε για να ενημερωθεί η αρχή σχετικά με την παραλαβή της εντολής ανάληψης δράσης κατά παράνομου περιεχομένου,Διάμεσος χρόνος που απαιτήθηκε για την εκτέλεση της εντολής ανάληψης δράσης κατά παράνομου περιεχομένου,Αριθμός των εντολών παροχής πληροφοριών,Διάμεσος χρόνος που απαιτήθηκε για να ενημερωθεί η αρχή σχετικά με την παραλαβή της εντολής παροχής πληροφοριών,Διάμεσος χρόνος που απαιτήθηκε για την εκτέλεση της εντολής παροχής πληροφοριών
Όλοι,S,2025-01-01/2025-12-31,TOTAL,,,11,12,13.5,14.5,15,16.5,17.5
Όλοι,S,2025-01-01/2025-12-31,TOTAL,,DE,11,12,13.5,14.5,15,16.5,17.5
`,
		"4_a.csv": `Εφαρμογή,Υπηρεσία,Περίοδος υποβολής εκθέσεων,Κατηγορία παράνομου περιεχομένου,Περιγραφή της υποκατηγορίας «Άλλο»,Αριθμός των ειδοποιήσεων που ελήφθησαν,Αριθμός των ειδοποιήσεων που ελήφθησαν από αξιόπιστες πηγές επισήμανσης παράνομου περιεχομένου,Αριθμός των συγκεκριμένων πληροφοριακών στοιχείων που περιλαμβάνονταν στον συνολικό αριθμό των ειδοποιήσεων,Αριθμός των συγκεκριμένων πληροφοριακών στοιχείων που περιλαμβάνονταν στον συνολικό αριθμό των ειδοποιήσεων από αξιόπιστες πηγές επισήμανσης παράνομου περιεχομένου (ειδοποιήσεις αξιόπιστων πηγών επισήμανσης παράνομου περιεχομένου),Διάμεσος χρόνος που απαιτήθηκε για την ανάληψη δράσης,Διάμεσος χρόνος που απαιτήθηκε για την ανάληψη δράσης (ειδοποιήσεις αξιόπιστων πηγών επισήμανσης παράνομου περιεχομένου),Αριθμός των δράσεων που αναλήφθηκαν βάσει νόμου,Αριθμός των δράσεων που αναλήφθηκαν βάσει νόμου (ειδοποιήσεις αξιόπιστων πηγών επισήμανσης παράνομου περιεχομένου),Αριθμός των δράσεων που αναλήφθηκαν βάσει των όρων και προϋποθέσεων της υπηρεσίας,Αριθμός των δράσεων που αναλήφθηκαν βάσει των όρων και προϋποθέσεων της υπηρεσίας (ειδοποιήσεις αξιόπιστων πηγών επισήμανσης παράνομου περιεχομένου)
Όλοι,S,2025-01-01/2025-12-31,TOTAL,,60,20,61,21,30.5,10.5,25,5,26,6
`,
		"5_a.csv": `Εφαρμογή,Υπηρεσία,Περίοδος υποβολής εκθέσεων,Κατηγορία παράνομου περιεχομένου,Περιγραφή της υποκατηγορίας «Άλλο»,Αριθμός των μέτρων που ελήφθησαν με πρωτοβουλία του παρόχου,Αριθμός των μέτρων που ελήφθησαν κατόπιν ανίχνευσης αποκλειστικά βάσει αυτοματοποιημένων μέσων,"Περιορισμός της προβολής
Απόσυρση","Περιορισμός της προβολής
Απενεργοποίηση","Περιορισμός της προβολής
Υποβιβασμός","Περιορισμός της προβολής
Ηλικιακοί περιορισμοί","Περιορισμός της προβολής
Περιορισμός αλληλεπιδράσεων","Περιορισμός της προβολής
Επισήμανση","Περιορισμός της προβολής
Άλλο",Χρηματικός περιορισμός Αναστολή,Χρηματικός περιορισμός Παύση,Χρηματικός περιορισμός Άλλο,"Παροχή της υπηρεσίας
Αναστολή","Παροχή της υπηρεσίας
Παύση","Περιορισμός του λογαριασμού
Αναστολή","Περιορισμός του λογαριασμού
Κατάργηση"
Όλοι,S,2025-01-01/2025-12-31,TOTAL,,119,40,1,2,3,4,5,6,7,8,9,10,11,12,13,28
`,
		"7_a.csv": `Εφαρμογή,Υπηρεσία,Περίοδος υποβολής εκθέσεων,Τμήμα,Δείκτης,Εύρος,Τιμή,Συγκειμενικές πληροφορίες
Όλοι,S,2025-01-01/2025-12-31,Εσωτερικός μηχανισμός καταγγελιών,Αριθμός των καταγγελιών που υποβλήθηκαν στον εσωτερικό μηχανισμό καταγγελιών,Συνολικός αριθμός,50,
Όλοι,S,2025-01-01/2025-12-31,Εσωτερικός μηχανισμός καταγγελιών,Αριθμός των καταγγελιών που υποβλήθηκαν στον εσωτερικό μηχανισμό καταγγελιών,Επιβεβαιωθείσες αποφάσεις,31,
Όλοι,S,2025-01-01/2025-12-31,Εσωτερικός μηχανισμός καταγγελιών,Αριθμός των καταγγελιών που υποβλήθηκαν στον εσωτερικό μηχανισμό καταγγελιών,Εν μέρει ανακληθείσες αποφάσεις,4,
Όλοι,S,2025-01-01/2025-12-31,Εσωτερικός μηχανισμός καταγγελιών,Αριθμός των καταγγελιών που υποβλήθηκαν στον εσωτερικό μηχανισμό καταγγελιών,Ανακληθείσες αποφάσεις,10,
Όλοι,S,2025-01-01/2025-12-31,Εσωτερικός μηχανισμός καταγγελιών,Αριθμός των καταγγελιών που υποβλήθηκαν στον εσωτερικό μηχανισμό καταγγελιών,Διάμεσος χρόνος,72.5,
Όλοι,S,2025-01-01/2025-12-31,Εσωτερικός μηχανισμός καταγγελιών,Αριθμός των καταγγελιών που υποβλήθηκαν στον εσωτερικό μηχανισμό καταγγελιών,Παραλειφθείσα απόφαση,5,
Όλοι,S,2025-01-01/2025-12-31,Όργανα εξωδικαστικής επίλυσης διαφορών,Αριθμός των διαφορών που υποβλήθηκαν σε όργανα εξωδικαστικής επίλυσης διαφορών,Ποσοστό των αποτελεσμάτων που υλοποιήθηκαν,0.75,
Όλοι,S,2025-01-01/2025-12-31,Επιβληθείσες αναστολές σε κατ’ επανάληψη δράστες,Αριθμός των αναστολών που επιβλήθηκαν λόγω υποβολής προδήλως αβάσιμων καταγγελιών,Συνολικός αριθμός,3,
`,
		"8_a.csv": `Εφαρμογή,Υπηρεσία,Περίοδος υποβολής εκθέσεων,Τμήμα,Δείκτης,Εύρος,Τιμή,Συγκειμενικές πληροφορίες
Όλοι,S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Αριθμός των μέτρων που ελήφθησαν αποκλειστικά βάσει αυτοματοποιημένων μέσων,Συνολικός αριθμός,40,
Όλοι,S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Αριθμός των μέτρων που δεν ελήφθησαν με τη χρήση αυτοματοποιημένων μέσων,Ιδία πρωτοβουλία,79,
Όλοι,S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Ακρίβεια των αυτοματοποιημένων μέσων — Ακρίβεια,Συνολικός αριθμός,0.91,
Όλοι,S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Ακρίβεια των αυτοματοποιημένων μέσων — Ορθότητα,Συνολικός αριθμός,0.92,
Όλοι,S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Ακρίβεια των αυτοματοποιημένων μέσων — Λόγος εύστοχων αποκρίσεων,Συνολικός αριθμός,0.93,
"Μόνο για παρόχους υπηρεσιών φιλοξενίας, συμπεριλαμβανομένων των επιγραμμικών πλατφορμών",S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Αριθμός των ειδοποιήσεων που διεκπεραιώθηκαν με τη χρήση αυτοματοποιημένων μέσων,Σύνολο ΜΕΔ,22,
Μόνο για τους παρόχους επιγραμμικών πλατφορμών,S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Αριθμός των ειδοποιήσεων που δεν διεκπεραιώθηκαν με τη χρήση αυτοματοποιημένων μέσων,ΜΕΔ — Αξιόπιστη πηγή επισήμανσης παράνομου περιεχομένου,18,
Μόνο για παρόχους πολύ μεγάλων επιγραμμικών πλατφορμών,S,2025-01-01/2025-12-31,Χρήση αυτοματοποιημένων μέσων για τον έλεγχο περιεχομένου,Ακρίβεια των αυτοματοποιημένων μέσων — Ακρίβεια,bg,0.9,
`,
		"11_a.csv": `Εφαρμογή,Υπηρεσία,Περίοδος υποβολής εκθέσεων,Δείκτης,Τιμή
Όλοι,S,2025-01-01/2025-12-31,Ποιοτική περιγραφή των αυτοματοποιημένων μέσων,Φίλτρα.
Όλοι,S,2025-01-01/2025-12-31,Κατάρτιση που παρέχεται στους ανθρώπινους πόρους που προορίζονται ειδικά για τον έλεγχο περιεχομένου,Μαθήματα.
`,
	},
	"pl": {
		"1_a.csv": `Zakres zastosowania,Usługa,Wskaźnik,Wartość
Wszyscy,S,Nazwa dostawcy usług,P
Wszyscy,S,Data publikacji sprawozdania,2026-02-20
Wszyscy,S,Data publikacji ostatniego poprzedniego sprawozdania,2025-02-21
Wszyscy,S,Data rozpoczęcia okresu sprawozdawczego,2025-01-01
Wszyscy,S,Data zakończenia okresu sprawozdawczego,2025-12-31
`,
		"4_a.csv": `Zakres zastosowania,Usługa,Okres sprawozdawczy,Kategoria nielegalnych treści,Opis podkategorii „Inne”,Liczba otrzymanych zgłoszeń,Liczba zgłoszeń otrzymanych od zaufanych podmiotów sygnalizujących,Liczba określonych informacji zawartych w łącznej liczbie zgłoszeń,Liczba określonych informacji zawartych w łącznej liczbie zgłoszeń dokonanych przez zaufane podmioty sygnalizujące (zgłoszenia od zaufanych podmiotów sygnalizujących),Mediana czasu na podjęcie działań,Mediana czasu na podjęcie działań (zgłoszenia od zaufanych podmiotów sygnalizujących),Liczba działań podjętych na podstawie przepisów prawa,Liczba działań podjętych na podstawie przepisów prawa (zgłoszenia od zaufanych podmiotów sygnalizujących),Liczba działań podjętych na podstawie warunków korzystania z usług,Liczba działań podjętych na podstawie warunków korzystania z usług (zgłoszenia od zaufanych podmiotów sygnalizujących)
"Wyłącznie w przypadku dostawców usług hostingu, w tym platform internetowych",S,2025-01-01/2025-12-31,TOTAL,,60,20,61,21,30.5,10.5,25,5,26,6
`,
		"5_a.csv": `Zakres zastosowania,Usługa,Okres sprawozdawczy,Kategoria nielegalnych treści,Opis podkategorii „Inne”,Liczba środków przyjętych z własnej inicjatywy dostawcy,Liczba środków przyjętych po wykryciu treści przy użyciu wyłącznie zautomatyzowanych środków,Ograniczenie widoczności – usunięcie,Ograniczenie widoczności – uniemożliwienie dostępu,Ograniczenie widoczności – depozycjonowanie,Ograniczenie widoczności – objęcie ograniczeniem ze względu na wiek,Ograniczenie widoczności – ograniczenie możliwości interakcji,Ograniczenie widoczności – oznaczenie,Ograniczenie widoczności – inne,Ograniczenie pieniężne – zawieszenie,Ograniczenie pieniężne – zakończenie,Ograniczenie pieniężne – inne,Świadczenie usługi – zawieszenie,Świadczenie usługi – zakończenie,Ograniczenie konta – zawieszenie,Ograniczenie konta – zamknięcie
Wszyscy,S,2025-01-01/2025-12-31,TOTAL,,119,40,1,2,3,4,5,6,7,8,9,10,11,12,13,28
`,
		"7_a.csv": `Zakres zastosowania,Usługa,Okres sprawozdawczy,Sekcja,Wskaźnik,Zakres,Wartość,Informacje kontekstowe
Wszyscy,S,2025-01-01/2025-12-31,Wewnętrzny mechanizm rozpatrywania skarg,Liczba skarg wniesionych w ramach wewnętrznego mechanizmu rozpatrywania skarg,Łączna liczba,50,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Wewnętrzny mechanizm rozpatrywania skarg,Liczba skarg wniesionych w ramach wewnętrznego mechanizmu rozpatrywania skarg,Decyzje utrzymane w mocy,31,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Wewnętrzny mechanizm rozpatrywania skarg,Liczba skarg wniesionych w ramach wewnętrznego mechanizmu rozpatrywania skarg,Decyzje częściowo uchylone,4,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Wewnętrzny mechanizm rozpatrywania skarg,Liczba skarg wniesionych w ramach wewnętrznego mechanizmu rozpatrywania skarg,Decyzje uchylone,10,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Wewnętrzny mechanizm rozpatrywania skarg,Liczba skarg wniesionych w ramach wewnętrznego mechanizmu rozpatrywania skarg,Mediana czasu,72.5,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Wewnętrzny mechanizm rozpatrywania skarg,Liczba skarg wniesionych w ramach wewnętrznego mechanizmu rozpatrywania skarg,Decyzje pominięte,5,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Organy pozasądowego rozstrzygania sporów,Liczba sporów wniesionych do organów pozasądowego rozstrzygania sporów,Odsetek zrealizowanych wyników,0.75,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Przypadki zawieszenia nałożone na sprawców powtarzających się naruszeń,Liczba przypadków zawieszenia dokonanego w związku z wnoszeniem oczywiście bezzasadnych skarg,Łączna liczba,3,
`,
		"8_a.csv": `Zakres zastosowania,Usługa,Okres sprawozdawczy,Sekcja,Wskaźnik,Zakres,Wartość,Informacje kontekstowe
Wszyscy,S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Liczba środków przyjętych przy użyciu wyłącznie zautomatyzowanych środków,Łączna liczba,40,
Wszyscy,S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Liczba środków nieprzyjętych przy użyciu zautomatyzowanych środków,Własna inicjatywa,79,
Wszyscy,S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Dokładność zautomatyzowanych środków – dokładność,Łączna liczba,0.91,
Wszyscy,S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Dokładność zautomatyzowanych środków – precyzja,Łączna liczba,0.92,
Wszyscy,S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Dokładność zautomatyzowanych środków – czułość,Łączna liczba,0.93,
"Wyłącznie w przypadku dostawców usług hostingu, w tym platform internetowych",S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Liczba zgłoszeń rozpatrzonych przy użyciu wyłącznie zautomatyzowanych środków,Mechanizm zgłaszania i działania – ogółem,22,
Wyłącznie w przypadku dostawców platform internetowych,S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Liczba zgłoszeń nierozpatrzonych przy użyciu zautomatyzowanych środków,Mechanizm zgłaszania i działania – zaufany podmiot sygnalizujący,18,
Wyłącznie w przypadku bardzo dużych platform internetowych,S,2025-01-01/2025-12-31,Wykorzystanie zautomatyzowanych środków do celów moderowania treści,Dokładność zautomatyzowanych środków – dokładność,bg,0.9,
`,
		"9_a.csv": `Zakres zastosowania,Usługa,Okres sprawozdawczy,Sekcja,Wskaźnik,Zakres,Wartość,Informacje kontekstowe
Wyłącznie w przypadku bardzo dużych platform internetowych,S,2025-01-01/2025-12-31,Zasoby ludzkie przeznaczone do moderowania treści,Liczba wewnętrznych moderatorów zatrudnionych przez dostawcę,Łączna liczba,8,
Wyłącznie w przypadku bardzo dużych platform internetowych,S,2025-01-01/2025-12-31,Zasoby ludzkie przeznaczone do moderowania treści,Liczba moderatorów zewnętrznych zatrudnionych przez dostawcę,Łączna liczba,9,
Wyłącznie w przypadku bardzo dużych platform internetowych,S,2025-01-01/2025-12-31,Zasoby ludzkie przeznaczone do moderowania treści,Łączna liczba moderatorów dysponujących wystarczającą znajomością języków,Łączna liczba,17,
Wyłącznie w przypadku bardzo dużych platform internetowych,S,2025-01-01/2025-12-31,Zasoby ludzkie przeznaczone do moderowania treści,Łączna liczba moderatorów dysponujących wystarczającą znajomością języków,sv,2,
`,
		"10_a.csv": `Zakres zastosowania,Usługa,Okres sprawozdawczy,Sekcja,Wskaźnik,Zakres,Wartość
Wyłącznie w przypadku bardzo dużych platform internetowych i bardzo dużych wyszukiwarek internetowych,S,2025-01-01/2025-12-31,Średnia miesięczna liczba odbiorców,Średnia miesięczna liczba aktywnych odbiorców w okresie sprawozdawczym,OGÓŁEM,55000000
Wyłącznie w przypadku bardzo dużych platform internetowych i bardzo dużych wyszukiwarek internetowych,S,2025-01-01/2025-12-31,Średnia miesięczna liczba odbiorców,Średnia miesięczna liczba aktywnych odbiorców w okresie sprawozdawczym,AT,1200000
`,
		"11_a.csv": `Zakres zastosowania,Usługa,Okres sprawozdawczy,Wskaźnik,Wartość
Wszyscy,S,2025-01-01/2025-12-31,Jakościowy opis zautomatyzowanych środków,Filtry.
Wyłącznie w przypadku bardzo dużych platform internetowych,S,2025-01-01/2025-12-31,Szkolenie zasobów ludzkich przeznaczonych do moderowania treści,Kursy.
`,
	},
}

// A report says the same in whatever language it is written, with no word taken
// by its place only.
func TestReportsInOtherLanguages(t *testing.T) {
	t.Parallel()
	type stated struct {
		Pointer string
		Value   any
	}
	// The English twin has the parts that the other has, so that both lack the same.
	read := func(t *testing.T, language, parts string) (*Report, []stated) {
		t.Helper()
		dir := t.TempDir()
		for name := range twins[parts] {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(twins[language][name]), 0o600))
		}
		r, err := Open(t.Context(), dir)
		require.NoError(t, err)
		list, _ := r.Facts(FactOptions{Complete: true})
		var all []stated
		for _, f := range list {
			all = append(all, stated{f.Pointer, f.Value})
		}
		return r, all
	}
	for language := range twins {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			english, want := read(t, "en", language)
			require.Greater(t, len(want), 30)
			report, got := read(t, language, language)
			assert.Equal(t, want, got)
			require.Len(t, report.Entries, len(english.Entries))
			for i, e := range report.Entries {
				w := english.Entries[i]
				assert.Equal(t, []string{w.Measure, w.Scope, w.Text}, []string{e.Measure, e.Scope, e.Text})
			}
			var notes []string
			for _, n := range report.Notes {
				// The Greek words for hosting services and platforms were not found.
				if n.Rule != "applicability" {
					notes = append(notes, n.String())
				}
			}
			assert.Empty(t, strings.Join(notes, "\n"))
		})
	}
}
