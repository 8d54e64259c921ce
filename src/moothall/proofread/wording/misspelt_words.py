"""Misspelt words: the commonest misspellings of English that council papers hold."""

# The commonest misspellings of words that council papers use; none is a word itself.
_MISSPELT = """
abscence absence; acces access; accessable accessible; accommadation accommodation; accomodate
accommodate; accomodated accommodated; accomodation accommodation; accordence accordance; accross
across; acheive achieve; acheived achieved; acheivement achievement; acheives achieves; acknowlege
acknowledge; acount account; adddress address; additonal additional; adequatly adequately;
adminstration administration; adn and; adressed addressed; aggreed agreed; agreeement agreement;
agrement agreement; allocaton allocation; alloction allocation; alot a_lot; alternativly
alternatively; amendement amendment; ammend amend; ammended amended; ammendment amendment; ammount
amount; analysys analysis; anaylsis analysis; annualy annually; aparent apparent; appendicies
appendices; appraisel appraisal; appropiate appropriate; approriate appropriate; approximatly
approximately; apropriate appropriate; aproval approval; aproved approved; aproximately
approximately; asessment assessment; assesment assessment; assesments assessments; assessement
assessment; attendence attendance; availabe available; availablity availability; availible
available; avaliable available; begining beginning; beleive believe; beleived believed;
benchmaking benchmarking; benefical beneficial; benificial beneficial; benifit benefit; benifits
benefits; boundry boundary; budgetted budgeted; buget budget; buisness business; busines business;
calender calendar; caluculated calculated; carrried carried; catagories categories; catagory
category; challange challenge; changable changeable; cheif chief; chidren children; childen
children; childrens children’s; chlidren children; comission commission; comittee committee;
commision commission; commisioned commissioned; commisioning commissioning; commited committed;
commitee committee; committment commitment; committments commitments; communites communities;
comparision comparison; compatability compatibility; competative competitive; completly
completely; comunity community; conatct contact; concensus consensus; concious conscious;
consistant consistent; constituition constitution; consulatation consultation; consulation
consultation; consultaion consultation; consultatation consultation; continous continuous;
contribtion contribution; controled controlled; corperate corporate; coucil council; councillers
councillors; councl council; counil council; critera criteria; critisism criticism; cuncil
council; curently currently; currenty currently; decison decision; decisons decisions; decsion
decision; defered deferred; deficency deficiency; definately definitely; delevery delivery;
delievered delivered; deliverd delivered; delvery delivery; departmnet department; desparate
desperate; determins determines; developement development; developmnet development; devlopment
development; differnt different; dissapointed disappointed; educaton education; eductaion
education; efficency efficiency; efficently efficiently; eligable eligible; eligibilty
eligibility; embarassed embarrassed; emloyees employees; employeees employees; ensurng ensuring;
enviroment environment; enviromental environmental; environemnt environment; equaility equality;
equalites equalities; equiptment equipment; essental essential; estabished established; establised
established; exagerate exaggerate; excercise exercise; exisiting existing; existance existence;
expecially especially; expediture expenditure; expendature expenditure; expenditre expenditure;
experiance experience; explaination explanation; explict explicit; exsiting existing; facilites
facilities; familes families; feasability feasibility; febuary february; finacial financial;
financal financial; finanical financial; flexability flexibility; follwing following; folowing
following; foreward forward; forseeable foreseeable; fourty forty; foward forward; fufil fulfil;
funtion function; furthur further; futher further; garantee guarantee; gaurantee guarantee;
govenment government; goverment government; govermental governmental; governace governance;
governent government; guage gauge; guidence guidance; harrass harass; harrassment harassment;
heirarchy hierarchy; helath health; higest highest; houshold household; housholds households; hte
the; identifed identified; identifiy identify; immediatly immediately; implementaion
implementation; implementatin implementation; implemention implementation; implimented
implemented; improvemnt improvement; improvment improvement; improvments improvements; inadaquate
inadequate; includng including; incured incurred; independance independence; independant
independent; indivdual individual; infomation information; informaton information; infrastucture
infrastructure; inital initial; initally initially; initative initiative; inititative initiative;
intergrate integrate; intergrated integrated; intergration integration; interm interim;
interuption interruption; intial initial; intially initially; knowlege knowledge; labratory
laboratory; leaderhip leadership; legilsation legislation; legislaton legislation; legistlation
legislation; liase liaise; liasing liaising; liasion liaison; liason liaison; libaries libraries;
libary library; maintainance maintenance; maintanance maintenance; maintence maintenance;
maintenence maintenance; managament management; managment management; manangement management;
manditory mandatory; medcial medical; millenium millennium; miniumum minimum; minumum minimum;
mispelt misspelt; mitagate mitigate; mitgate mitigate; mitigatation mitigation; monitering
monitoring; montoring monitoring; neccesary necessary; neccessary necessary; necesary necessary;
necessery necessary; neigbourhood neighbourhood; neighbouhood neighbourhood; noticable noticeable;
noticably noticeably; occassion occasion; occassionally occasionally; occassions occasions;
occured occurred; occurence occurrence; occuring occurring; occurrance occurrence; ocurred
occurred; offical official; officiers officers; ommission omission; ommitted omitted; ongong
ongoing; oportunities opportunities; oportunity opportunity; oppertunity opportunity; opportunites
opportunities; opportunties opportunities; oppurtunity opportunity; organistaion organisation;
organistion organisation; organsiation organisation; orginal original; orignal original; outcomess
outcomes; outurn outturn; overal overall; paralell parallel; parliment parliament; parrallel
parallel; partership partnership; particpate participate; particpation participation; particuarly
particularly; particulary particularly; partnerhip partnership; percieved perceived; perfomance
performance; performace performance; permanant permanent; permenant permanent; persistant
persistent; personel personnel; persue pursue; persued pursued; posession possession; possable
possible; possiblity possibility; postive positive; potental potential; practioner practitioner;
practioners practitioners; pratice practice; preceeding preceding; predominantely predominantly;
prefered preferred; prelimary preliminary; preperation preparation; presance presence; presure
pressure; presures pressures; previosuly previously; previouly previously; previsously previously;
priorites priorities; priviledge privilege; probaly probably; proccess process; proceedure
procedure; procurment procurement; profesional professional; proffesional professional; progess
progress; programe programme; pronounciation pronunciation; propery property; propoed proposed;
proposeal proposal; proprosal proposal; propsal proposal; propsed proposed; provde provide;
provded provided; provison provision; publically publicly; puplic public; pupose purpose; purchse
purchase; pursuent pursuant; questionaire questionnaire; questionairre questionnaire; questionnare
questionnaire; reasonble reasonable; reccomend recommend; reccomendation recommendation;
reccomendations recommendations; reccommend recommend; recieve receive; recieved received;
recieves receives; recieving receiving; recomend recommend; recomendated recommended;
recomendation recommendation; recomendations recommendations; recomendaton recommendation;
recomended recommended; recommedation recommendation; recommedations recommendations;
recommendaton recommendation; recruitement recruitment; recuring recurring; recurrant recurrent;
reduciton reduction; reducton reduction; referal referral; referals referrals; refered referred;
refering referring; regulary regularly; relavant relevant; relevence relevance; relevent relevant;
relocaton relocation; repititive repetitive; represenation representation; representaives
representatives; reprot report; requirment requirement; requirments requirements; residentail
residential; residental residential; reslove resolve; resloved resolved; resorces resources;
resouces resources; respondants respondents; responsability responsibility; responsibilites
responsibilities; responsibilty responsibility; responsiblity responsibility; resposne response;
restaraunt restaurant; reveiw review; revenu revenue; reviewd reviewed; rigourous rigorous; rythm
rhythm; saftey safety; satifactory satisfactory; savngs savings; scheulde schedule; schol school;
schoools schools; scruntiny scrutiny; scrutinty scrutiny; secetary secretary; secratary secretary;
seperate separate; seperated separated; seperately separately; seperation separation; serivce
service; serivces services; servcie service; servcies services; sevice service; sevices services;
shcool school; shedule schedule; sieze seize; signficant significant; signifcant significant;
significantely significantly; significent significant; significiant significant; similiar similar;
simultanously simultaneously; skilfull skilful; specifc specific; speciifc specific; startegic
strategic; startegy strategy; stategic strategic; stategy strategy; statuory statutory; statutary
statutory; statutuory statutory; stragety strategy; strategc strategic; strenghten strengthen;
strenghtened strengthened; strenghts strengths; strenth strength; substancial substantial;
substansial substantial; succesful successful; succesfully successfully; successfull successful;
successsful successful; sucess success; sucessful successful; sufficent sufficient; suficient
sufficient; sumary summary; supercede supersede; superceded superseded; suport support; suppport
support; suprise surprise; suprised surprised; surpluss surplus; sustainabilty sustainability;
sustainablity sustainability; sustanable sustainable; targetted targeted; tarrif tariff; teh the;
temperary temporary; temporay temporary; tempory temporary; tendancy tendency; theri their; thier
their; thorougly thoroughly; thoughout throughout; threshhold threshold; thresold threshold;
throughly thoroughly; throught through; throughtout throughout; timetabel timetable; tommorow
tomorrow; tommorrow tomorrow; tranfer transfer; tranfered transferred; tranformation
transformation; tranport transport; transfered transferred; transfering transferring;
transfomation transformation; transistion transition; transiton transition; trasnport transport;
truely truly; twelth twelfth; uncertainity uncertainty; underate underrate; undertakng
undertaking; uneccessary unnecessary; unecessary unnecessary; unforseen unforeseen; unfortunatly
unfortunately; unneccessary unnecessary; untill until; upto up_to; useage usage; usefull useful;
utilites utilities; vacancys vacancies; vacany vacancy; vaccum vacuum; variaton variation;
varience variance; varous various; vehical vehicle; vehicals vehicles; vulerable vulnerable;
vulnerble vulnerable; vunerable vulnerable; wensday wednesday; whcih which; wheras whereas; wich
which; wih with; witheld withheld; witin within; writen written; wtih with; yaer year; yeild
yield; yeilds yields; youg young;
couty county; couny county; coutny county; conuty county; boruogh borough; borugh borough; distict
district; fianancial financial; expeniture expenditure; overpsend overspend; underpsend
underspend; recommendatons recommendations; implemntation implementation; safeguading safeguarding;
partnershp partnership; parternship partnership;
statuatory statutory; governement government; councillos councillors; coucillor councillor;
directorte directorate; directroate directorate; oficer officer; offcier officer; offcer officer;
cabient cabinet; cabniet cabinet; meetng meeting; proprosed proposed; residnets residents;
resdients residents; reisdents residents; mananged managed; mangement management; commisioner
commissioner; strategry strategy; stratgey strategy; peformance performance; reveune revenue;
revnue revenue; captial capital; capitial capital; savigns savings; forcast forecast; quater
quarter; quaterly quarterly; apporved approved; appoved approved; equailty equality; equalty
equality; infrastruture infrastructure; environmnet environment; transprot transport; highwyas
highways; highwys highways; shools schools; pupls pupils; educaiton education; welbeing wellbeing;
wellbieng wellbeing; employes employees; reserach research; asessed assessed; monitioring
monitoring; procurememt procurement; contarct contract; contratc contract; priviliged privileged
"""


def _pairs(text: str) -> dict[str, str]:
    pairs = (pair.split() for pair in text.replace("\n", " ").split(";"))
    return {wrong: right.replace("_", " ") for wrong, right in pairs}


MISSPELT = _pairs(_MISSPELT)
