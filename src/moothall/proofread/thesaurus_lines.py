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
"""
"""One group a line; a word may stand in several."""
