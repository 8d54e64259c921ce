"""The lines of the thesaurus: words of council reports that may be said of one thing."""

LINES = """
cost spend spent spending expenditure outlay price bill outturn charge worth estimate expense
saving save reduction efficiency economy cut saved
income receipt revenue takings proceeds fee charge earn yield generate raise bring brought
grant allocation funding award settlement subsidy money contribution resource allocate government
budget provision allowance allocation estimate set-aside earmark provide
reserve balance fund contingency earmarked pot drawdown
overspend overspent overrun pressure excess exceed shortfall gap deficit adverse above over beyond
underspend underspent unspent unused unallocated surplus left under below
debt borrow loan indebtedness repay mrp borrowing lender
invest deposit placed lend lent cash counterparty
return yield interest earn rate
fall fell decrease decline drop reduce lower down cut shrink
rise rose increase grow growth grew up higher climb uplift
fee charge tariff price rent fare
pay salary wage remuneration earnings paid payroll earn earner
contract agreement arrangement commission concession lease franchise deal tenancy partnership
  licence
supplier contractor operator provider bidder tenderer firm company
tender bid quotation procurement procure bidder offer submission
end expire terminate finish cease lapse conclude run until term expiry complete
begin start commence launch begun onset install underway
complete finish build deliver ready hand done conclude migrate final close
open admit welcome cohort intake receive launch
long last term duration period run length take spell
staff employee workforce personnel headcount worker colleague employ post fte complement
  establishment payroll officer team strong job crew structure
vacant vacancy unfilled unoccupied empty void unlet fill
sickness absence absent illness sick ill
redundancy redundant severance dismissed laid leaver exit
resign leave left leaver quit depart departure deregister stop
recruit attract bring appoint hire join gain
feel felt think thought believe view opinion
let occupy occupied tenanted taken filled
seat seating cover place
stall kiosk pitch trader stallholder
operator concessionaire franchisee contractor tenant
respondent response respond reply questionnaire return survey submission answer consultee
  representation complete form feedback participant said told participate
satisfied satisfaction content happy pleased rating good favourable
support agree favour back endorse approve wanted
oppose disagree object against reject unhappy dissatisfied
attend attendance visit visitor footfall admission door attendee came use user usage used swim
  swimmer customer
member membership subscriber hold join enrol
user customer client patient people member person resident
child children young youth pupil student learner youngster teenager infant
pupil school classroom academy setting place
household home dwelling property house flat family tenancy unit address residential resident
  premises
business premises company firm shop trader enterprise employer commercial retailer
homeless homelessness rough street sleeper
temporary emergency interim placed accommodation
wait await queue register backlog list delay
stay spell remain last length spend
case caseload file matter referral investigation complaint enquiry incident
complaint grievance dissatisfaction
referral refer application request approach
contact call telephone ring desk helpline enquiry
resolve fix settle answer deal solve
available availability uptime up running operational
outage incident failure breach down
network system application platform software cloud server
device laptop computer tablet equipment kit hardware
equipment plant machinery cremator appliance
replace renew renewal replacement refresh new
migrate move transfer shift
build construct construction building work works scheme erect
refurbish refurbishment renovate renovation modernise upgrade repair improve work
maintain maintenance repair upkeep clean empty clear cleanse
close closure shut closed
demolish demolition
site location place venue depot premises building centre
land area hectare acre plot field ground
park open-space garden recreation
cemetery burial grave crematorium cremation bereavement funeral service
emission carbon co2 greenhouse footprint gas
tree woodland plant sapling
energy electricity power gas heating fuel
flood water storm inundate inundated surface
home house household dwelling property
protect risk defend safeguard benefit
gully drain drainage culvert sewer
reservoir storage basin lagoon
road carriageway highway street lane kilometre km network mile
pothole defect
bridge viaduct structure
light lamp lantern column lighting
bus service route passenger journey coach patronage trip ride
passenger journey trip patronage boarding
car vehicle motor fleet van lorry
park parking bay space permit
cycle bike cyclist
walk pedestrian footway footpath pavement
accident collision casualty crash injury injured
killed died death fatality fatal dead
waste refuse rubbish recycle recycling tonnage bin collection compost landfill tonne
collect collection round
tip recycling-centre civic-amenity
litter fly-tip fly-tipping dumped enforcement
library branch book
book issue loan borrow
borrow borrower reader
museum gallery heritage exhibition
theatre performance audience ticket
leisure sport swim gym pool fitness bath
event session drop-in workshop meeting roadshow
consult consultation engagement exercise survey
older elderly pensioner over-65
carer care caring
care residential nursing domiciliary homecare placement
adult
disabled disability impairment
foster carer fostering
looked-after care
adopt adoption
social worker practitioner
school academy
teacher teaching
exclude exclusion excluded suspend suspension
attainment achieve grade pass result
special send ehcp plan needs
transport travel carry convey taxi minibus
crime offence offend criminal
asb anti-social nuisance
police constabulary
fine penalty notice pcn ticket
prosecute prosecution court conviction
inspect inspection visit check audit
licence licensing licensed permit
food hygiene premises
planning permission consent application
decide determine decision determination
appeal challenge dismissed allowed
applicant application apply bid request
house build home affordable dwelling
council local authority borough own corporate
county
tax council-tax precept levy rates
collect collection paid
arrears owe owed uncollected debtor unpaid outstanding overdue
tenant leaseholder occupier lessee
rent rental rented
rent rented tenant tenancy lessee leaseholder
sell sale dispose disposal sold
buy purchase acquire acquisition bought
asset estate property building
value valuation worth valued
capital investment programme scheme project
scheme project programme initiative
plan strategy policy framework
action measure step recommendation commitment
target aim goal ambition objective benchmark threshold
forecast project predict expect anticipate estimate put likely projection
actual
whole total overall all altogether aggregate combined entire
average mean typical typically
share proportion percentage part split divide fraction
half
third
majority most
maximum limit ceiling cap most up
minimum floor least below lowest threshold
population resident inhabitant people citizen
elect election poll vote ballot voter elector turnout
councillor member elected
officer director head manager chief
chair chairman chairwoman chaired preside
board panel group committee forum partnership
report investigation inquiry review
publish issue produce release
review assess assessment evaluate evaluation study examine
save saving
recur ongoing permanent annual each year
month monthly
week weekly
day daily working
hour hourly
agency interim temporary locum
apprentice apprenticeship trainee
train training course
woman women female
man men male
resilience protection defence
money cash fund finance financial
set aside allocate ringfence earmark
pay hand contribute contribution paid meet
receive received get
carry forward reprofile rephase slip slippage defer deferred move later
approve agree sanction authorise
client patient customer user recipient
treat treatment clinic
smoke smoker quit smoking tobacco
drug alcohol substance
birth born conception pregnancy pregnant
health nhs clinical
vaccine vaccination immunisation uptake coverage
mental wellbeing
obesity overweight weight
dwelling stock council-house
repair repairs responsive job
damp mould
gas safety certificate compliance
insulate retrofit insulation
solar panel
charge charger charging point chargepoint
wheelchair
market stall trader
tourist tourism visitor
hotel bedroom
job employment work worker
unemployed unemployment claimant
skill training learn learner
start-up startup business
broadband fibre connection
cctv camera
noise
air quality
dog
pest rat
abandon abandoned
trading standards scam counterfeit
fire
coroner inquest
register registration registrar
wedding marriage ceremony
record archive
website web online digital visit
email e-mail message
telephone phone call
letter correspondence
freedom information request foi
data protection breach
audit auditor opinion
fraud irregularity
pension fund scheme
insurance claim premium liability
claim claimant compensation
legal solicitor lawyer
vote voted
attendance attend
absence absent
turnover leaver left
recruit recruitment appoint hire
grievance discipline disciplinary
pupil roll
classroom place capacity spaces
space capacity room full
breakfast meal lunch
nursery childcare early
play playground
youth club
allotment plot
beach coast coastal sea
harbour port
river beck brook stream
canal
woodland forest
grass verge mow mowing
toilet convenience
taxi hackney driver
junction roundabout
signal crossing
speed limit mph
resurface resurfacing surface dressing treat
grit gritting salt winter
late overdue outstanding missed delay delayed behind
backlog queue outstanding wait pending unfinished
remain outstanding incomplete unresolved unfinished open left pending yet
attempt visit time first
attend answer respond reach arrive
mobile phone app application digital
fine penalty notice charge pcn ticket
lack without no need missing absent
audience seat capacity hall
ratio times benefit return
like approve support favour want prefer
fault maladministration uphold upheld
extension enlarge extend expansion expand enlargement widen
manage cope independent support care
discharge hospital leave
restore restoration conversion convert refurbish renew renewal
patrol deploy enforce warden officer
mark score weight weighting criterion point quality
promise undertake commit pledge guarantee agree
ingredient food meal
inform tell told notify advise
transfer move tupe
exhibition display show event drop-in
set aside budget allow allowance
team unit section service
inspector inspection regulator ofsted cqc visit
electric vehicle van fleet
lease rent let letting
remove delete lose cut reduction close
create add extra additional new more
post job role position vacancy
buy purchase procure acquire
give provide grant donate supply
promise award grant government fund
find identify discover uncover detect
issue serve give send hand
reply respond answer return fill complete
interview survey ask telephone questionnaire
household family home tenant
satisfy content happy please
arrive come visit attend
live reside occupy
die death kill fatal
price cost rate tender bid
win winner successful award recommend prefer
lose unsuccessful fail
stretch length km kilometre mile metre
weigh tonne weight
fill vacancy recruit appoint
absence sick illness ill-health ill
leave depart resign turnover
overtime agency cover
old aged age
young aged child under
woman women female mother girl
man men male father boy
disabled blue-badge wheelchair
learner pupil student adult
teach teacher class lesson
exam result grade attain pass
exclude suspend permanent
attend absence absent persistent
offer place allocate admission first-choice preference
preference choice first
roll pupil number intake
surplus spare empty unfilled vacant place
shortfall deficit gap missing short
expand enlarge grow extend extra
close closure shut cease
merge amalgamate join combine federate
academy trust convert
childminder nursery childcare setting
carer relative family unpaid
direct payment personal budget
care-home residential nursing bed
bed place room
hour visit care domiciliary homecare
provider agency supplier operator company
rate fee price pay uplift
hand-back handback return surrender terminate
safeguard concern referral section-42
plan care support
medicine medication
fall injury
response emergency urgent
waiting list queue
user recipient customer client people
call helpline pendant alarm telecare
grant adaptation disabled facility
homeless rough sleep
landlord owner private
hmo multiple occupation licensed
eviction notice possession
rent arrears debt
void empty vacant turnaround relet
repair fix mend remedy
heat boiler heating gas
block tower building flat
lift elevator
cladding fire safety
estate area neighbourhood
land site plot parcel
affordable social rented
developer builder contractor
planning application applicant
permission consent approval granted
appeal inspector dismissed allowed
tree hedge wood
bin collect collection missed
recycle compost reuse recycling
landfill incinerate disposal energy-from-waste
vehicle lorry wagon truck fleet
depot yard base
driver crew loader
round route collection
fly-tip dump incident
clean sweep sweeping cleansing
gritting salt treat precautionary
pothole defect repair
surface resurface dressing carriageway
street light lamp lantern column
sign signal
bridge structure culvert
speed limit 20mph
cycle route lane track
bus stop shelter
subsidy support grant
ticket fare price
parking space bay place
permit badge pass
station rail train
charge point charger hub
opening hour open
volunteer unpaid community
museum collection object
theatre show performance
swim pool lesson
gym member membership
pitch playing field
park green-space open-space
play area playground
event festival carnival
tourist visitor stay
shop unit retail premises
footfall visitor count
market square centre
job employment post
start-up new business
grant award scheme
taxi hackney private-hire cab
driver badge holder
vehicle plate
premises establishment outlet business
hygiene food rating
complaint noise nuisance
test sample
prosecute prosecution case
conviction found guilty
register entry
seat member councillor
quorum attend present
meeting session sitting
agenda item paper
minute record
petition signature signatory signed
motion amendment proposal
audit recommendation action
risk register
fraud error
invoice creditor supplier paid
debt debtor owed
council-tax collection rate
band property
base taxbase tax-base
rateable value business-rates
relief discount exemption
support reduction claimant
benefit claim
capital receipt sale disposal
borrow loan pwlb
invest deposit fund
treasury limit ceiling boundary
maturity term duration
inflation price rise
pay award salary
pension contribution employer
consultancy consultant adviser
legal lawyer solicitor counsel
court tribunal hearing
computer it ict system software
licence user seat
online web digital portal
website visit page
email correspondence letter
breach incident data
server data-centre cloud
phase stage tranche
milestone date completion
contingency allowance
benefit saving gain
payback recover repay
cost-benefit ratio return
option alternative
partner partnership member
share split contribution proportion
host lead administer
termination exit notice
break clause
extension extend option
novate transfer assign
"""
"""One group a line; a word may stand in several."""
